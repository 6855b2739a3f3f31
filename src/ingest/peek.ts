export type ByteSource = AsyncIterable<Uint8Array>;

/** At least `count` bytes from the front (fewer only where the source ends or fails), and the whole source including them; it throws what the source threw after what came before. */
export async function peek(source: ByteSource, count: number): Promise<{ head: Buffer; whole: ByteSource }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let rest: AsyncIterator<Uint8Array> = iterator;
  try {
    while (size < count) {
      const next = await iterator.next();
      if (next.done === true) break;
      chunks.push(next.value);
      size += next.value.length;
    }
  } catch (cause) {
    rest = { next: () => Promise.reject(cause) };
  }
  const head = Buffer.concat(chunks);
  return { head, whole: replay(head, rest) };
}

async function* replay(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let done = false;
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
    done = true;
  } finally {
    if (!done) await rest.return?.();
  }
}
