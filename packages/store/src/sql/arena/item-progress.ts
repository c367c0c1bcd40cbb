import { type Kysely, sql, type Transaction } from 'kysely';
import type { Candidate } from '../../arena/arena-store.js';
import type { Tables } from '../tables.js';
import type { PlannedItem } from './item-table.js';
import type { PlanCache } from './plan-cache.js';
import { lockStudy } from './study-table.js';

/** The plan with what is done of it at the time `now`. */
export async function selectProgress(
  transaction: Transaction<Tables>,
  plans: PlanCache,
  { studyId, now }: { readonly studyId: string; readonly now: number },
): Promise<readonly Candidate[]> {
  const study = await lockStudy(transaction, studyId, 'share');
  if (study.opened_at === null) return [];
  const plan = await plans.plan(transaction, studyId);
  const outstanding = await outstandingByItem(transaction, studyId, now);
  const rows = await transaction
    .selectFrom('item_progress')
    .select(['number', 'votes'])
    .where('study_id', '=', studyId)
    .orderBy('number')
    .execute();
  return toCandidates(rows, plan, outstanding);
}

/** Numbers of assignments that are neither voted on nor expired at the time `now`, by item. */
export async function outstandingByItem(
  db: Kysely<Tables>,
  studyId: string,
  now: number,
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('assignments')
    .where('study_id', '=', studyId)
    // Written out, and not a parameter, so that the index of open assignments is seen to do.
    .where('state', '=', sql.lit('open'))
    .where('expires_at', '>', now)
    .where('item_number', 'is not', null)
    .groupBy('item_number')
    .select((eb) => ['item_number', eb.fn.countAll<number | string>().as('count')])
    .execute();
  return new Map(rows.map((row) => [row.item_number ?? -1, Number(row.count)]));
}

/** Rows of `item_progress` as candidates. */
export function toCandidates(
  rows: readonly { readonly number: number; readonly votes: number }[],
  plan: ReadonlyMap<number, PlannedItem>,
  outstanding: ReadonlyMap<number, number>,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const { number, votes } of rows) {
    const planned = plan.get(number);
    if (planned !== undefined) {
      candidates.push({ item: planned.item, votes, outstanding: outstanding.get(number) ?? 0 });
    }
  }
  return candidates;
}
