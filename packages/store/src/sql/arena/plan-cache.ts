import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import { type PlannedItem, selectPlan } from './item-table.js';

/** Plans kept in memory; one of 6,000 items takes about 3 MB. */
const PLANS_KEPT = 8;

/**
 * The plans of open studies, kept in memory: a plan never changes once its study has opened, and reading 6,000 items takes far longer than
 * reading how far they are.
 */
export class PlanCache {
  readonly #plans = new Map<string, ReadonlyMap<number, PlannedItem>>();

  /** The plan of a study that has opened. */
  async plan(db: Kysely<Tables>, studyId: string): Promise<ReadonlyMap<number, PlannedItem>> {
    const kept = this.#plans.get(studyId);
    const plan = kept ?? (await selectPlan(db, studyId));
    // At the end of the map is the plan that was used last.
    this.#plans.delete(studyId);
    this.#plans.set(studyId, plan);
    const [oldest] = this.#plans.keys();
    if (this.#plans.size > PLANS_KEPT && oldest !== undefined) this.#plans.delete(oldest);
    return plan;
  }
}
