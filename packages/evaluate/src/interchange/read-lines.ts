import { createReadStream } from 'node:fs';

/**
 * The lines of a UTF-8 file, split at `\n` alone: Node's readline also splits at U+2028 and U+2029, which JSON may hold unescaped.
 */
export async function* readLines(file: string): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
