import { UserError } from '@understudy/core';

/** A row that a page begins behind, or ends before: its document, and in a sorted page its key, undefined for a row without a value. */
export interface Cursor {
  readonly side: 'behind' | 'before';
  readonly document: number;
  readonly key: number | undefined;
}

/**
 * A cursor as text: `41`, in a sorted page `41:0.5`, or `41:` for a row without a value, is the page that begins behind that row; `<41` and so
 * on the one that ends before it. By document it can be made by hand.
 */
export function writeCursor({ side, document, key }: Cursor, isSorted: boolean): string {
  const row = isSorted ? `${document}:${key ?? ''}` : String(document);
  return side === 'before' ? `<${row}` : row;
}

const SHAPE = /^(<?)(\d{1,10})(?::(|-?Infinity|-?\d[\d.e+-]*))?$/;

/** Reads what `writeCursor` wrote. Throws `UserError` (`cursor-malformed`) for anything else. */
export function readCursor(text: string, isSorted: boolean): Cursor {
  const [, mark, document, key] = SHAPE.exec(text) ?? [];
  if (document === undefined || (key !== undefined) !== isSorted || Number.isNaN(Number(key ?? 0))) {
    throw new UserError({
      code: 'cursor-malformed',
      message: `Could not turn to the page at "${text}": that is no cursor of this order of samples.`,
      hint: 'Take the cursor that a page of the same order gave; or begin with the first page.',
      values: { cursor: text },
    });
  }
  return {
    side: mark === '<' ? 'before' : 'behind',
    document: Number(document),
    key: key === undefined || key === '' ? undefined : Number(key),
  };
}
