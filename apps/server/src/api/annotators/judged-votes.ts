import type { ArenaStore, VoteFilter } from '@understudy/store';
import { withTurns } from '../../results/with-turns.js';
import type { JudgedVote } from './annotator-row.js';

/** Votes with what was expected of the gold and training items among them. */
export async function judgedVotes(store: ArenaStore, filter: VoteFilter): Promise<readonly JudgedVote[]> {
  const expected = new Map<string, ReadonlyMap<number, string | null>>();
  const found: JudgedVote[] = [];
  for await (const vote of withTurns(store.votes(filter))) {
    const { kind, studyId, itemNumber } = vote;
    if (kind === 'regular' || itemNumber === null) {
      found.push({ vote, expected: null });
      continue;
    }
    const known =
      expected.get(studyId) ??
      new Map((await store.studyItems(studyId)).map(({ item }) => [item.number, item.expected] as const));
    expected.set(studyId, known);
    found.push({ vote, expected: known.get(itemNumber) ?? null });
  }
  return found;
}
