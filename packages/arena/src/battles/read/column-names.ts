import { BATTLE_COLUMNS } from './source-columns.js';
import { z } from 'zod';

const mapping = z.partialRecord(z.enum(BATTLE_COLUMNS), z.string().min(1));

/** Names of columns, `model_a=left,judge=worker`, or a mapping of the config file. */
export const columnNames = z.union([
  mapping,
  z
    .string()
    .transform((text) => Object.fromEntries(text.split(',').map(toPair)))
    .pipe(mapping),
]);

/** The first `=` ends the key: a column's own name may have further ones. */
function toPair(text: string): readonly [string, string] {
  const cut = text.indexOf('=');
  return cut === -1 ? [text.trim(), ''] : [text.slice(0, cut).trim(), text.slice(cut + 1).trim()];
}
