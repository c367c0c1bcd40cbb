import { UserError } from '@understudy/core';

/** The last row of a page: its document, and in a sorted page its key, undefined for a row without a value. */
export interface Cursor {
  readonly document: number;
  readonly key: number | undefined;
}

/**
 * A cursor as text: `41`, in a sorted page `41:0.5`, or `41:` behind the first row without a value. By document it can be made by hand:
 * `41` gives the page that begins behind document 41.
 */
export function writeCursor({ document, key }: Cursor, isSorted: boolean): string {
  return isSorted ? `${document}:${key ?? ''}` : String(document);
}

const SHAPE = /^(\d{1,10})(?::(|-?Infinity|-?\d[\d.e+-]*))?$/;

/** Reads what `writeCursor` wrote. Throws `UserError` (`cursor-malformed`) for anything else. */
export function readCursor(text: string, isSorted: boolean): Cursor {
  const [, document, key] = SHAPE.exec(text) ?? [];
  if (document === undefined || (key !== undefined) !== isSorted || Number.isNaN(Number(key ?? 0))) {
    throw new UserError({
      code: 'cursor-malformed',
      message: `Could not turn to the page behind "${text}": that is no cursor of this order of samples.`,
      hint: 'Take the cursor that the page before gave, with the same order; or begin with the first page.',
      values: { cursor: text },
    });
  }
  return { document: Number(document), key: key === undefined || key === '' ? undefined : Number(key) };
}
