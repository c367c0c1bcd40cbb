import type { Board, BoardCell } from './calls.js';

type Finding = Board['findings'][number]['finding'];

/** What a mark says. */
export type MarkName = 'underpowered' | Finding;

/** The marks, in the order in which they stand. */
export const MARKS: Readonly<Record<MarkName, string>> = {
  underpowered: '†',
  contaminated: '‡',
  trained: '§',
  clean: '✓',
};

/** The marks of a number, each once. */
export function marksOf(cell: BoardCell, findings: Board['findings']): readonly MarkName[] {
  const found = new Set(cell.findings.map((place) => findings[place]?.finding));
  // The names are those of the table.
  return (Object.keys(MARKS) as MarkName[]).filter((name) =>
    name === 'underpowered' ? cell.isUnderpowered === true : found.has(name),
  );
}
