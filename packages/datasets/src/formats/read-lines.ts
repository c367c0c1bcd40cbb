import { openStream } from './open-stream.js';

/** A line of a text file. */
export interface Line {
  /** Counted from one. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a UTF-8 file. Only `\n` and `\r\n` end a line: JSON strings may hold U+2028. Invalid UTF-8 throws. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stream = openStream(path);
  let rest = '';
  let number = 0;
  for await (const chunk of stream) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield { number: ++number, text: piece.endsWith('\r') ? piece.slice(0, -1) : piece };
    }
  }
  rest += decoder.decode();
  if (rest !== '') {
    yield { number: ++number, text: rest };
  }
}
