import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Annotator } from '../../arena/access.js';
import type { Tables } from '../tables.js';
import type { AnnotatorsTable } from './arena-tables.js';

/** Adds an annotator, or brings what is known of them up to date. */
export async function putAnnotator(db: Kysely<Tables>, annotator: Annotator): Promise<void> {
  const { id, ...facts } = annotatorToRow(annotator);
  await db
    .insertInto('annotators')
    .values({ id, ...facts })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute();
}

/** One annotator; undefined when there is none. */
export async function selectAnnotator(db: Kysely<Tables>, id: string): Promise<Annotator | undefined> {
  const row = await db.selectFrom('annotators').selectAll().where('id', '=', id).executeTakeFirst();
  return row && rowToAnnotator(row);
}

/** In the order they came. */
export async function listAnnotators(db: Kysely<Tables>): Promise<readonly Annotator[]> {
  const rows = await db.selectFrom('annotators').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(rowToAnnotator);
}

/** An annotator as a row. */
export function annotatorToRow(annotator: Annotator): Insertable<AnnotatorsTable> {
  return {
    id: annotator.id,
    kind: annotator.kind,
    pseudonym: annotator.pseudonym,
    locale: annotator.locale,
    consent_at: annotator.consentAt,
    created_at: annotator.createdAt,
  };
}

function rowToAnnotator(row: Selectable<AnnotatorsTable>): Annotator {
  return {
    id: row.id,
    // Only `annotatorToRow` writes the column.
    kind: row.kind as Annotator['kind'],
    pseudonym: row.pseudonym,
    locale: row.locale,
    consentAt: row.consent_at,
    createdAt: row.created_at,
  };
}
