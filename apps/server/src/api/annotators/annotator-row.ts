import { quantile } from '@understudy/statistics';
import type { Annotator, CountedVote } from '@understudy/store';
import { share } from '../../arena/share.js';
import { finite } from '../../results/finite.js';
import type { Measure } from '../json.js';

/** What an annotator's votes say of them. */
export interface AnnotatorRow extends Omit<Annotator, 'consentAt'> {
  readonly votes: number;
  readonly tieRate: Measure;
  readonly gold: Measure;
  readonly anomaly: number | null;
  readonly medianDwellMs: number | null;
}

function median(values: readonly number[]): number | null {
  return finite(
    quantile(
      values.toSorted((a, b) => a - b),
      0.5,
    ),
  );
}

/** A vote with what was expected of it. */
export interface JudgedVote {
  readonly vote: CountedVote;
  /** Null for regular items. */
  readonly expected: string | null;
}

/** Sums up one annotator's votes; `anomaly` is the p-value of their test, null where there is none. */
export function annotatorRow(annotator: Annotator, votes: readonly JudgedVote[], anomaly: number | null): AnnotatorRow {
  const said = votes.filter(({ vote }) => vote.outcome !== 'skip' && vote.valid);
  const regular = said.filter(({ vote }) => vote.kind === 'regular');
  const gold = said.filter(({ vote, expected }) => vote.kind === 'gold' && expected !== null);
  const ties = regular.filter(({ vote }) => vote.outcome === 'tie' || vote.outcome === 'both_bad');
  const { id, kind, pseudonym, locale, createdAt } = annotator;
  return {
    id,
    kind,
    pseudonym,
    locale,
    createdAt,
    votes: said.length,
    tieRate: share(ties.length, regular.length),
    gold: share(gold.filter(({ vote, expected }) => vote.outcome === expected).length, gold.length),
    anomaly,
    medianDwellMs: median(said.flatMap(({ vote }) => vote.dwellMs ?? [])),
  };
}
