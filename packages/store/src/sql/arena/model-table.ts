import type { Insertable, Kysely, Selectable } from 'kysely';
import type { ModelVersion } from '../../arena/model-version.js';
import { inChunks } from '../in-chunks.js';
import type { Tables } from '../tables.js';
import { unknownReference } from './arena-errors.js';
import type { ModelVersionsTable } from './arena-tables.js';

const ROWS_PER_INSERT = 500;
const IDS_PER_SELECT = 1_000;

const FACTS = [
  'name',
  'organisation',
  'licence',
  'open_weights',
  'spec',
  'identity',
  'quantisation',
  'system',
  'decoding',
  'price_in',
  'price_out',
  'retired_at',
] as const satisfies readonly (keyof ModelVersionsTable)[];

/** Adds versions; of one that is there the facts are replaced. */
export async function putModels(db: Kysely<Tables>, versions: readonly ModelVersion[]): Promise<void> {
  // The last of several with one id: PostgreSQL refuses to change a row twice in a statement.
  const rows = [...new Map(versions.map((version) => [version.id, modelToRow(version)])).values()];
  for (const chunk of inChunks(rows, ROWS_PER_INSERT)) {
    await db
      .insertInto('model_versions')
      .values([...chunk])
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((eb) => Object.fromEntries(FACTS.map((column) => [column, eb.ref(`excluded.${column}`)]))),
      )
      .execute();
  }
}

/** By id. */
export async function listModels(db: Kysely<Tables>): Promise<readonly ModelVersion[]> {
  const rows = await db.selectFrom('model_versions').selectAll().orderBy('id').execute();
  return rows.map(rowToModel);
}

/** Throws `UserError` (`model-unknown`) when one of the versions is not there. */
export async function requireModels(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  const missing = new Set(ids);
  for (const chunk of inChunks([...missing], IDS_PER_SELECT)) {
    const rows = await db.selectFrom('model_versions').select('id').where('id', 'in', chunk).execute();
    for (const { id } of rows) missing.delete(id);
  }
  for (const id of missing) throw unknownReference('model', id);
}

function modelToRow(version: ModelVersion): Insertable<ModelVersionsTable> {
  return {
    id: version.id,
    name: version.name,
    organisation: version.organisation,
    licence: version.licence,
    open_weights: version.openWeights === null ? null : Number(version.openWeights),
    spec: version.spec,
    identity: version.identity,
    quantisation: version.quantisation,
    system: version.system,
    decoding: version.decoding,
    price_in: version.priceIn,
    price_out: version.priceOut,
    retired_at: version.retiredAt,
  };
}

function rowToModel(row: Selectable<ModelVersionsTable>): ModelVersion {
  return {
    id: row.id,
    name: row.name,
    organisation: row.organisation,
    licence: row.licence,
    openWeights: row.open_weights === null ? null : row.open_weights !== 0,
    spec: row.spec,
    identity: row.identity,
    quantisation: row.quantisation,
    system: row.system,
    decoding: row.decoding,
    priceIn: row.price_in,
    priceOut: row.price_out,
    retiredAt: row.retired_at,
  };
}
