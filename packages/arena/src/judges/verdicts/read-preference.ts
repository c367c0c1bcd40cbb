import type { Reading } from './reading.js';

/** Log-probabilities of the two letters, in nats. */
export interface LetterLogProbabilities {
  readonly a: number;
  readonly b: number;
}

/**
 * The preference for the answer shown first: P(A) / (P(A) + P(B)), between 0 and 1 (Dubois et al. 2024, arXiv:2404.04475, who give it as
 * 1 to 2). The verdict is the likelier letter; equal ones are a tie.
 */
export function readPreference({ a, b }: LetterLogProbabilities): Reading {
  const score = 1 / (1 + Math.exp(b - a));
  const verdict = score > 0.5 ? 'first' : score < 0.5 ? 'second' : 'tie';
  return { state: 'ok', verdict, score };
}
