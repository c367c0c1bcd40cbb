import { expect, test } from 'vitest';
import { type ArenaEvent, arenaReducer, type ArenaState } from './arena-state.js';
import type { Assignment, Cast, Reveal } from './calls.js';

const assignment: Assignment = {
  id: 'as-1',
  token: 'x'.repeat(32),
  studyId: 'st-1',
  mode: 'study',
  kind: 'vote',
  question: { aspect: 'writing', language: 'en', turns: ['Why?'] },
  answers: { a: ['Because.'], b: ['No reason.'] },
  prompts: [],
  expiresAt: 0,
  undoSeconds: 10,
};
const cast: Cast = { voteId: 'vo-1', repeated: false, outcome: 'a', undoUntil: 0, feedback: null };
const shown = { id: 'm', name: 'M', organisation: null, licence: null };
const reveal: Reveal = { a: shown, b: shown, outcome: 'a', reasons: [] };

const given: ArenaEvent = {
  type: 'given',
  next: { assignment, progress: { done: 3, left: 7 }, completionCode: null },
  at: 100,
};
const after = (...events: readonly ArenaEvent[]): ArenaState =>
  events.reduce(arenaReducer, { step: 'loading' } as ArenaState);

test('a given pair is voted on, with the progress out of all', () => {
  expect(after(given)).toMatchObject({
    step: 'voting',
    progress: { done: 3, wanted: 10 },
    shownAt: 100,
    undone: false,
  });
});

test('a vote counts, and can be undone for as long as the server said, from the sending on', () => {
  expect(after(given, { type: 'voted', cast, sentAt: 2000 })).toMatchObject({
    step: 'cast',
    progress: { done: 4, wanted: 10 },
    vote: { undoDeadline: 12_000 },
  });
});

test('an undone vote gives the same pair again under its new token, and the progress goes back', () => {
  const again = { ...assignment, token: 'y'.repeat(32) };
  const state = after(given, { type: 'voted', cast, sentAt: 0 }, { type: 'undone', assignment: again, at: 9 });
  expect(state).toMatchObject({
    step: 'voting',
    assignment: { token: again.token },
    progress: { done: 3 },
    undone: true,
  });
});

test('names come after the vote only; an undo that comes after the names changes nothing', () => {
  expect(after(given, { type: 'revealed', reveal })).toMatchObject({ step: 'voting' });
  const named = after(given, { type: 'voted', cast, sentAt: 0 }, { type: 'revealed', reveal });
  expect(named).toMatchObject({ step: 'revealed', withdrawn: false });
  expect(arenaReducer(named, { type: 'undone', assignment, at: 1 })).toBe(named);
  expect(arenaReducer(named, { type: 'withdrawn' })).toMatchObject({ step: 'revealed', withdrawn: true });
});

test('a second answer to one vote changes nothing', () => {
  const once = after(given, { type: 'voted', cast, sentAt: 0 });
  expect(arenaReducer(once, { type: 'voted', cast, sentAt: 5000 })).toBe(once);
});

test('where nothing is left, the completion code is shown', () => {
  const end: ArenaEvent = {
    type: 'given',
    next: { assignment: null, progress: { done: 10, left: 0 }, completionCode: 'C0DE' },
    at: 0,
  };
  expect(after(end)).toEqual({ step: 'done', progress: { done: 10, wanted: 10 }, completionCode: 'C0DE' });
});

test('free mode has no end', () => {
  const free: ArenaEvent = {
    type: 'given',
    next: { assignment, progress: { done: 2, left: null }, completionCode: null },
    at: 0,
  };
  expect(after(free)).toMatchObject({ progress: { done: 2, wanted: null } });
});
