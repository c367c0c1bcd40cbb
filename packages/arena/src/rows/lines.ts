/** A line of a text. */
export interface Line {
  /** Counted from one. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a text that comes in pieces, many at a time. Only `\n` and `\r\n` end a line. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<readonly Line[]> {
  let rest = '';
  let number = 0;
  const toLine = (text: string): Line => ({ number: ++number, text: text.endsWith('\r') ? text.slice(0, -1) : text });
  for await (const chunk of chunks) {
    const pieces = (rest + chunk).split('\n');
    rest = pieces.pop() ?? '';
    if (pieces.length > 0) yield pieces.map(toLine);
  }
  if (rest !== '') yield [toLine(rest)];
}
