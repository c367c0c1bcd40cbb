import type { VoteEventKind } from '../../arena/vote.js';

/**
 * Where an assignment is. `open`: given, not voted on (it may have expired). `lapsed`: expired, and the item was given again since.
 * `counted`: voted on, and the vote counts. The other three: voted on, and the vote does not count any more.
 */
export type AssignmentState = 'open' | 'lapsed' | 'counted' | 'undone' | 'withdrawn' | 'invalidated';

/** The states in which an annotator has had an item: it is not given to them again. */
export const HAD_STATES = ['counted', 'withdrawn', 'invalidated'] as const satisfies readonly AssignmentState[];

const TAKES_BACK: Readonly<Partial<Record<VoteEventKind, AssignmentState>>> = {
  undo: 'undone',
  withdraw: 'withdrawn',
  invalidate: 'invalidated',
};

/** What the events of a vote, oldest first, have made of it. */
export interface VoteStanding {
  /** What was done to it and not restored, oldest first; empty: the vote counts. */
  readonly taken: readonly AssignmentState[];
  readonly revealed: boolean;
}

/** Replays the events of a vote: `undo`, `withdraw` and `invalidate` are put on a pile, `restore` takes the last of them off. */
export function standing(kinds: readonly VoteEventKind[]): VoteStanding {
  const taken: AssignmentState[] = [];
  for (const kind of kinds) {
    const state = TAKES_BACK[kind];
    if (state !== undefined) taken.push(state);
    else if (kind === 'restore') taken.pop();
  }
  return { taken, revealed: kinds.includes('reveal') };
}

/** The state of the assignment of a vote in this standing. */
export function stateOf({ taken }: VoteStanding): AssignmentState {
  return taken.at(-1) ?? 'counted';
}
