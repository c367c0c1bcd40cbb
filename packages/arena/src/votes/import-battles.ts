import { createHash } from 'node:crypto';
import type { Study } from '@understudy/store';
import { importedVersion } from '../answers/imported-version.js';
import type { BattleTable } from '../battles/battle-table.js';
import { putImportedStudy, type ImportStore } from './put-imported-study.js';
import { votesOfBattles } from './votes-of-battles.js';

const ID_LENGTH = 24;

/** What came of an import. */
export interface ImportedBattles {
  readonly studyId: string;
  readonly votes: number;
  readonly models: number;
  /** False: the same votes are there already under this title, and nothing was changed. */
  readonly isNew: boolean;
}

/**
 * Stores battles as votes of a study of their own; models that are not known are added by their names. Its id is made of the title and the
 * battles, so that the same file under the same title is imported once.
 *
 * @param now milliseconds since 1970
 */
export async function importBattles(
  store: ImportStore,
  table: BattleTable,
  { title, now }: Pick<Study, 'title'> & { readonly now: number },
): Promise<ImportedBattles> {
  const studyId = importId(title, table);
  const isNew = await putImportedStudy(store, {
    about: { id: studyId, title, questionSetId: null },
    versions: table.models.map((name) => importedVersion(name)),
    votes: votesOfBattles(table, now),
    now,
  });
  return { studyId, votes: table.first.length, models: table.models.length, isNew };
}

function importId(title: string, { models, first, second, outcome, columns, time }: BattleTable): string {
  const hash = createHash('sha256');
  const texts = [...columns].map(([name, { values }]) => [name, values]);
  hash.update(JSON.stringify([title, models, texts, time === null]));
  for (const numbers of [first, second, outcome, ...[...columns.values()].map(({ codes }) => codes), time]) {
    if (numbers !== null) hash.update(numbers);
  }
  return hash.digest('hex').slice(0, ID_LENGTH);
}
