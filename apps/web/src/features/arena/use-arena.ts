import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { arenaReducer, type ArenaState } from './arena-state.js';
import { type Ballot, castVote, nextAssignment, revealVote, undoVote, withdrawVote } from './calls.js';

/** A voter's state, what they can do, and the last thing that went wrong. */
export interface Arena {
  readonly state: ArenaState;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly next: () => void;
  readonly vote: (ballot: Omit<Ballot, 'dwellMs'>) => void;
  readonly undo: () => void;
  readonly reveal: (now: boolean) => void;
  readonly withdraw: () => void;
}

/** Takes a voter through a study, pair by pair. One request at a time: what is pressed meanwhile is not sent. */
export function useArena(studyId: string): Arena {
  const [state, dispatch] = useReducer(arenaReducer, { step: 'loading' });
  const busy = useRef(false);
  const work = useMutation({
    mutationFn: (job: () => Promise<void>) => job(),
    onSettled: () => {
      busy.current = false;
    },
  });
  const { mutate } = work;
  const run = useCallback(
    (job: () => Promise<void>) => {
      if (busy.current) return;
      busy.current = true;
      mutate(job);
    },
    [mutate],
  );

  const next = useCallback(() => {
    run(async () => {
      dispatch({ type: 'given', next: await nextAssignment(studyId), at: performance.now() });
    });
  }, [run, studyId]);

  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    next();
  }, [next]);

  const voteId = state.step === 'cast' || state.step === 'revealed' ? state.vote.cast.voteId : null;
  return {
    state,
    isBusy: work.isPending,
    error: work.error,
    next: () => {
      run(async () => {
        // Going on makes the vote final at once; names that nobody asked to see are not shown.
        if (state.step === 'cast' && state.assignment.kind === 'vote') await revealVote(state.vote.cast.voteId, true);
        const given = await nextAssignment(studyId);
        dispatch({ type: 'given', next: given, at: performance.now() });
      });
    },
    vote: (ballot) => {
      if (state.step !== 'voting') return;
      const { assignment, shownAt } = state;
      run(async () => {
        const sentAt = performance.now();
        const cast = await castVote(assignment, { ...ballot, dwellMs: sentAt - shownAt });
        dispatch({ type: 'voted', cast, sentAt });
      });
    },
    undo: () => {
      if (voteId === null) return;
      run(async () => dispatch({ type: 'undone', assignment: await undoVote(voteId), at: performance.now() }));
    },
    reveal: (now) => {
      if (voteId === null) return;
      run(async () => dispatch({ type: 'revealed', reveal: await revealVote(voteId, now) }));
    },
    withdraw: () => {
      if (voteId === null) return;
      run(async () => {
        await withdrawVote(voteId);
        dispatch({ type: 'withdrawn' });
      });
    },
  };
}
