import type { ArenaStore } from '../arena/arena-store.js';
import { makeEvent, makeJudge, makeNext, makeSnapshot, makeVote, openArena } from './make-arena.js';
import { NOON } from './store-place.js';

/** The tables whose rows never change, each with one of its columns. */
export const WRITTEN_ONCE = {
  study_items: 'wanted',
  votes: 'outcome',
  vote_events: 'kind',
  judges: 'spec',
  snapshots: 'content',
  audit_entries: 'actor',
} as const;

/** Puts at least one row into each of them. */
export async function fillWrittenOnce(store: ArenaStore): Promise<void> {
  await openArena(store);
  await store.nextItem(makeNext('ann', 'a1'));
  await store.castVote(makeVote('ann', 'a1'));
  await store.addVoteEvent(makeEvent('a1', 'flag'));
  await store.putJudge(makeJudge());
  await store.createSnapshot(makeSnapshot('s1'));
  await store.appendAudit({ at: NOON, actor: 'k1', action: 'study-open', target: null, details: '{}' });
}
