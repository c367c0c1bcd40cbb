import type { Assignment, Cast, Next, Reveal } from './calls.js';

/** How far one is, as shown: `wanted` null where there is no end, as in free mode. */
export interface Progress {
  readonly done: number;
  readonly wanted: number | null;
}

/** A vote that was cast, and until when it can be undone, by the clock of `performance.now()`. */
export interface CastVote {
  readonly cast: Cast;
  readonly undoDeadline: number;
}

/** Where a voter is: one pair at a time, from showing to the names. */
export type ArenaState =
  | { readonly step: 'loading' }
  | {
      readonly step: 'voting';
      readonly assignment: Assignment;
      readonly progress: Progress;
      readonly shownAt: number;
      readonly undone: boolean;
    }
  | { readonly step: 'cast'; readonly assignment: Assignment; readonly progress: Progress; readonly vote: CastVote }
  | {
      readonly step: 'revealed';
      readonly assignment: Assignment;
      readonly progress: Progress;
      readonly vote: CastVote;
      readonly reveal: Reveal;
      readonly withdrawn: boolean;
    }
  | { readonly step: 'done'; readonly progress: Progress; readonly completionCode: string | null };

/** What happens to a voter. Times are of `performance.now()`. */
export type ArenaEvent =
  | { readonly type: 'given'; readonly next: Next; readonly at: number }
  | { readonly type: 'voted'; readonly cast: Cast; readonly sentAt: number }
  | { readonly type: 'undone'; readonly assignment: Assignment; readonly at: number }
  | { readonly type: 'revealed'; readonly reveal: Reveal }
  | { readonly type: 'withdrawn' };

const progressOf = (progress: Next['progress']): Progress => ({
  done: progress.done,
  wanted: progress.left === null ? null : progress.done + progress.left,
});

const moved = (progress: Progress, by: number): Progress => ({ ...progress, done: Math.max(0, progress.done + by) });

/** The state after an event. An event that does not fit the step (an answer that came too late) changes nothing. */
export function arenaReducer(state: ArenaState, event: ArenaEvent): ArenaState {
  switch (event.type) {
    case 'given': {
      const { assignment, completionCode } = event.next;
      const progress = progressOf(event.next.progress);
      if (assignment === null) return { step: 'done', progress, completionCode };
      return { step: 'voting', assignment, progress, shownAt: event.at, undone: false };
    }
    case 'voted': {
      if (state.step !== 'voting') return state;
      // From the sending on: the page never promises more time than the server gives.
      const undoDeadline = event.sentAt + state.assignment.undoSeconds * 1000;
      const { assignment, progress } = state;
      return { step: 'cast', assignment, progress: moved(progress, 1), vote: { cast: event.cast, undoDeadline } };
    }
    case 'undone': {
      if (state.step !== 'cast') return state;
      const progress = moved(state.progress, -1);
      return { step: 'voting', assignment: event.assignment, progress, shownAt: event.at, undone: true };
    }
    case 'revealed':
      if (state.step !== 'cast') return state;
      return { ...state, step: 'revealed', reveal: event.reveal, withdrawn: false };
    case 'withdrawn':
      return state.step === 'revealed' ? { ...state, withdrawn: true } : state;
    default:
      return event satisfies never;
  }
}
