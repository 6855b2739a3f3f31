import { createGunzip, type Gunzip } from 'node:zlib';
import { RapportError } from '../errors.js';
import { type ByteSource, peek } from './peek.js';

/** How far a compressed source may expand. */
export interface ExpansionLimits {
  /** Most bytes altogether. */
  readonly bytes: number;
  /** Most bytes out per byte in, looked at beyond `graceBytes`; DEFLATE itself cannot exceed 1032. */
  readonly ratio: number;
  readonly graceBytes: number;
}

export const EXPANSION_LIMITS: ExpansionLimits = { bytes: 64 * 2 ** 30, ratio: 1000, graceBytes: 64 * 2 ** 20 };

const GZIP = [0x1f, 0x8b];
const SLICE_BYTES = 16 * 1024;
const UNREADABLE = [
  { name: 'zip', magic: [0x50, 0x4b, 0x03, 0x04], fix: 'unzip it and import the file inside' },
  { name: 'Zstandard', magic: [0x28, 0xb5, 0x2f, 0xfd], fix: 'pipe it through zstd -dc and import -' },
  { name: 'bzip2', magic: [0x42, 0x5a, 0x68], fix: 'pipe it through bzip2 -dc and import -' },
  { name: 'xz', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], fix: 'pipe it through xz -dc and import -' },
  { name: 'Parquet', magic: [0x50, 0x41, 0x52, 0x31], fix: 'export it as CSV or NDJSON' },
  { name: 'UTF-16', magic: [0xff, 0xfe], fix: 'save it as UTF-8' },
  { name: 'UTF-16', magic: [0xfe, 0xff], fix: 'save it as UTF-8' },
];

/**
 * Plain bytes of a source that may be gzip, told by its content and not its name. What was readable is delivered before the error. Throws
 * RapportError FORMAT_INVALID for damaged or truncated gzip, for a bomb, and for encodings that cannot be read.
 */
export async function* decompress(source: ByteSource, limits = EXPANSION_LIMITS): AsyncGenerator<Uint8Array> {
  const { head, whole } = await peek(source, 5);
  let first = true;
  for await (const bytes of startsWith(head, GZIP) ? gunzip(whole, limits) : whole) {
    if (first) refuseUnreadable(bytes);
    first = false;
    yield bytes;
  }
}

function refuseUnreadable(head: Uint8Array): void {
  const found = UNREADABLE.find(({ magic }) => startsWith(head, magic));
  if (found !== undefined) throw new RapportError('FORMAT_INVALID', `the file is ${found.name}; ${found.fix}`);
  if (isBareUtf16(head)) throw new RapportError('FORMAT_INVALID', 'the file looks like UTF-16; save it as UTF-8');
}

/** Two characters of ASCII, each beside a zero, as UTF-16 without a byte order mark begins. */
function isBareUtf16([a, b, c, d]: Uint8Array): boolean {
  return (a === 0 && !!b && c === 0 && !!d) || (!!a && b === 0 && !!c && d === 0);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

async function* gunzip(source: ByteSource, limits: ExpansionLimits): AsyncGenerator<Uint8Array> {
  const stream = createGunzip();
  const output = new GunzipOutput(stream);
  let bytesIn = 0;
  try {
    for await (const chunk of slices(source)) {
      bytesIn += chunk.length;
      await output.write(chunk);
      yield* output.take();
      refuseBomb(output.bytes, bytesIn, limits);
      if (output.ended) break;
    }
    await output.finish();
    yield* output.take();
  } finally {
    stream.destroy();
  }
  if (output.error !== null) throw damaged(output.error);
}

async function* slices(source: ByteSource): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    for (let start = 0; start < chunk.length; start += SLICE_BYTES) yield chunk.subarray(start, start + SLICE_BYTES);
  }
}

/**
 * Collects what a gunzip stream puts out, so that bytes before an error are not lost with the stream. A stream that fails calls back no
 * write, and one that meets the end of its data early none of the later ones: whatever comes first ends the waiting.
 */
class GunzipOutput {
  bytes = 0;
  error: Error | null = null;
  ended = false;
  readonly #stream: Gunzip;
  #chunks: Uint8Array[] = [];
  #wake = () => {};

  constructor(stream: Gunzip) {
    this.#stream = stream;
    stream.on('data', (chunk: Uint8Array) => {
      this.bytes += chunk.length;
      this.#chunks.push(chunk);
    });
    stream.on('error', (error) => {
      this.error = error;
      this.#finished();
    });
    stream.on('end', () => this.#finished());
  }

  async write(chunk: Uint8Array): Promise<void> {
    await this.#until((done) => this.#stream.write(chunk, done));
  }

  async finish(): Promise<void> {
    await this.#until(() => this.#stream.end());
  }

  take(): Uint8Array[] {
    const chunks = this.#chunks;
    this.#chunks = [];
    return chunks;
  }

  #finished(): void {
    this.ended = true;
    this.#wake();
  }

  async #until(act: (done: () => void) => void): Promise<void> {
    if (this.ended) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      act(resolve);
    });
  }
}

function refuseBomb(out: number, read: number, limits: ExpansionLimits): void {
  if (out <= limits.bytes && (out <= limits.graceBytes || out <= read * limits.ratio)) return;
  const message = `the gzip data expands to over ${out} bytes from ${read}; decompress it by hand if it is meant to`;
  throw new RapportError('FORMAT_INVALID', message, { expanded: out, read });
}

function damaged(cause: Error): RapportError {
  const truncated = 'code' in cause && cause.code === 'Z_BUF_ERROR';
  const what = truncated ? 'ends before its end (truncated)' : 'is damaged';
  const message = `the gzip data ${what}; what came before was read; fetch the file again and import it again`;
  return new RapportError('FORMAT_INVALID', message, {}, { cause });
}
