import { createInterface } from 'node:readline';

/** Asks the person at the terminal, on stderr; true only for a whole `yes`. False also where they close the terminal or press Ctrl-D. */
export async function askYes(
  question: string,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<boolean> {
  const lines = createInterface({ input, output });
  try {
    const answer = await new Promise<string>((resolve) => {
      lines.once('close', () => resolve(''));
      lines.question(question, resolve);
    });
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    lines.close();
  }
}
