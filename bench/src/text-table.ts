/** A cell's text, broken into lines no longer than `width` at spaces, or anywhere in a longer word. */
function wrap(text: string, width: number): readonly string[] {
  const pattern = new RegExp(`(.{1,${width}})(?: +|$)|(.{${width}})`, 'gu');
  const lines = text.split('\n').flatMap((line) => {
    const pieces = Array.from(line.matchAll(pattern), ([, atSpace, hard]) => atSpace ?? hard ?? '');
    return pieces.length === 0 ? [''] : pieces;
  });
  return lines;
}

/** How a table is set. */
export interface TextTableOptions {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Widest a column may be, by place; a longer cell goes on in the next line. Unlimited where absent. */
  readonly maxWidths?: readonly (number | undefined)[];
  /** Places of columns that are set flush right. */
  readonly right?: readonly number[];
}

/** Sets a table as lines of plain text, with a rule under its head. */
export function textTable({ head, rows, maxWidths = [], right = [] }: TextTableOptions): string {
  const cells = [head, ...rows].map((row) =>
    row.map((text, at) => wrap(text, maxWidths[at] ?? Math.max(1, text.length))),
  );
  const widths = head.map((_, at) => Math.max(...cells.flatMap((row) => (row[at] ?? []).map((line) => line.length))));
  const lineOf = (texts: readonly string[]): string =>
    texts
      .map((text, at) => (right.includes(at) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const set = (row: readonly (readonly string[])[]): readonly string[] =>
    Array.from({ length: Math.max(...row.map((lines) => lines.length)) }, (_, line) =>
      lineOf(row.map((lines) => lines[line] ?? '')),
    );
  const [top = [], ...body] = cells.map(set);
  return [...top, lineOf(widths.map((width) => '─'.repeat(width))), ...body.flat()].join('\n');
}
