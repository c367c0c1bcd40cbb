import type { ScoreTable } from './calls.js';

type Score = ScoreTable['scores'][number];

/** Rows shown above and below a model. */
const NEAR = 2;

/** The rows of a table around a model, and the best where they leave it out. */
export function neighboursOf(scores: readonly Score[], id: string): readonly Score[] {
  const at = scores.findIndex(({ modelId }) => modelId === id);
  if (at < 0) return [];
  const from = Math.max(0, at - NEAR);
  const near = scores.slice(from, at + NEAR + 1);
  return from === 0 ? near : [...scores.slice(0, 1), ...near];
}
