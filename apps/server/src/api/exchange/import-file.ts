import {
  BATTLE_COLUMNS,
  columnNames,
  importBattles,
  readBattles,
  type ColumnNames,
  type ImportedBattles,
} from '@understudy/arena';
import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';

/** A file of votes as text. */
export interface VoteFile {
  readonly format: 'battles' | 'csv' | 'alpaca-eval';
  readonly title: string;
  readonly text: string;
  readonly columns?: string | undefined;
}

/** What messages call the file. Readers go by content; CSV cannot be told from text by its first character alone. */
function nameOf({ format, text }: VoteFile): string {
  if (format === 'csv') return 'battles.csv';
  if (format === 'alpaca-eval') return 'annotations.json';
  return text.trimStart().startsWith('[') ? 'battles.json' : 'battles.jsonl';
}

function columnsOf({ columns }: VoteFile): ColumnNames {
  if (columns === undefined || columns === '') return {};
  const parsed = columnNames.safeParse(columns);
  if (parsed.success) return parsed.data;
  throw new ApiError({
    status: 422,
    code: 'input-invalid',
    message: `Columns are given as model_a=NAME: ${columns}.`,
    hint: `Columns are ${BATTLE_COLUMNS.join(', ')}.`,
  });
}

/** Adds a file's votes as a study of its own. */
export async function importFile(file: VoteFile, { store, now }: Services): Promise<ImportedBattles> {
  const table = await readBattles(nameOf(file), { text: file.text, columns: columnsOf(file) });
  return importBattles(store, table, { title: file.title, now: now() });
}
