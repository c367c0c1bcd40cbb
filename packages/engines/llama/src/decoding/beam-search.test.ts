import { assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BeamSearch, type BeamCandidate, type Hypothesis } from './beam-search.js';

const TOKENS = 4;
/** Ends a text. */
const END = 0;

/** A language: the log-probabilities of the next token after any text, fixed by a number. */
function language(seed: number): (text: readonly number[]) => readonly number[] {
  return (text) => {
    const logits = Array.from({ length: TOKENS }, (_, token) => {
      const hash = [...text, token].reduce(
        (sum, one) => Math.imul(sum ^ (one + 1), 0x9e3779b1) ^ (sum >>> 13),
        seed + 1,
      );
      return ((hash >>> 8) % 1000) / 200;
    });
    const sum = Math.log(logits.reduce((total, logit) => total + Math.exp(logit), 0));
    return logits.map((logit) => logit - sum);
  };
}

interface Case {
  readonly seed: number;
  readonly maxTokens: number;
  readonly lengthPenalty: number;
}

/** The best of all texts. */
function exhaustive({ seed, maxTokens, lengthPenalty }: Case): Hypothesis {
  const next = language(seed);
  let best: { readonly hypothesis: Hypothesis; readonly score: number } | undefined;
  const visit = (tokens: readonly number[], logProbability: number): void => {
    if (tokens.length === maxTokens || tokens.at(-1) === END) {
      const score = logProbability / tokens.length ** lengthPenalty;
      if (best === undefined || score > best.score) best = { hypothesis: { tokens, logProbability }, score };
      return;
    }
    for (const [token, share] of next(tokens).entries()) visit([...tokens, token], logProbability + share);
  };
  visit([], 0);
  return best!.hypothesis;
}

function search({ seed, maxTokens, lengthPenalty }: Case, count: number): Hypothesis | undefined {
  const next = language(seed);
  const beams = new BeamSearch({ count, lengthPenalty, earlyStopping: 'never' }, maxTokens);
  while (!beams.isDone) {
    const candidates = beams.running.flatMap(({ tokens, logProbability }, parent) =>
      next(tokens).map((share, token): BeamCandidate => ({
        parent,
        tokens: [...tokens, token],
        logProbability: logProbability + share,
        isFinished: token === END || tokens.length + 1 === maxTokens,
      })),
    );
    beams.advance(candidates.toSorted((a, b) => b.logProbability - a.logProbability));
  }
  return beams.best;
}

describe('beam search', () => {
  const cases = record({
    seed: integer({ min: 0, max: 1e6 }),
    maxTokens: integer({ min: 1, max: 5 }),
    lengthPenalty: constantFrom(-1, 0, 0.6, 1, 2),
  });

  it('finds the best of all texts when it has as many beams as there are texts', () => {
    assert(
      property(cases, (one) => {
        const found = search(one, TOKENS ** 5);
        expect(found?.tokens).toEqual(exhaustive(one).tokens);
      }),
      { numRuns: 60 },
    );
  });

  it('finds no better text than there is, and mostly the best with four beams', () => {
    let isBest = 0;
    assert(
      property(cases, (one) => {
        const [found, best] = [search(one, 4)!, exhaustive(one)];
        const score = ({ tokens, logProbability }: Hypothesis): number =>
          logProbability / tokens.length ** one.lengthPenalty;
        expect(score(found)).toBeLessThanOrEqual(score(best) + 1e-12);
        if (score(found) > score(best) - 1e-12) isBest += 1;
      }),
      { numRuns: 200, seed: 1 },
    );
    expect(isBest).toBeGreaterThan(140);
  });
});
