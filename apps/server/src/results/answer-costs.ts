import type { ArenaStore } from '@understudy/store';
import { withTurns } from './with-turns.js';

/** What a model's answers cost, in USD for a thousand, by the answers whose cost is known. */
export async function answerCosts(
  store: ArenaStore,
  studyId: string | undefined,
): Promise<ReadonlyMap<string, number>> {
  const sets =
    studyId === undefined
      ? (await store.listQuestionSets()).map(({ id }) => id)
      : [(await store.getStudy(studyId)).questionSetId].filter((id) => id !== null);
  const sums = new Map<string, { cost: number; count: number }>();
  for (const setId of sets) {
    for await (const { versionId, cost } of withTurns(store.answers({ setId }))) {
      if (cost === null) continue;
      const sum = sums.get(versionId) ?? { cost: 0, count: 0 };
      sums.set(versionId, { cost: sum.cost + cost, count: sum.count + 1 });
    }
  }
  return new Map([...sums].map(([id, { cost, count }]) => [id, (1000 * cost) / count]));
}
