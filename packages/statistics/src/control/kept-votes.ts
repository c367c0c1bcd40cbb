import { TIE, type Clusters, type Comparisons } from '../comparisons/comparisons.js';
import type { TieRule } from '../comparisons/tie-rule.js';
import type { FeatureColumns } from './feature-columns.js';

/** The votes that a regression can use. */
export interface KeptVotes {
  readonly comparisons: Comparisons;
  readonly columns: readonly Float64Array[];
  readonly clusters: readonly Clusters[];
  /** Votes left out because a feature is not known. */
  readonly omitted: number;
}

/** Leaves out votes with an unknown feature, and those that do not count: of a model with itself, and ties where they are dropped. */
export function keepVotes(
  { models, first, second, outcome }: Comparisons,
  features: FeatureColumns,
  { ties, clusters }: { readonly ties: TieRule; readonly clusters: readonly Clusters[] },
): KeptVotes {
  const counts = outcome.map((result, vote) =>
    first[vote] === second[vote] || (ties === 'drop' && result === TIE) ? 0 : 1,
  );
  const known = counts.map((counted, vote) =>
    counted === 1 && features.columns.every((column) => !Number.isNaN(column[vote]!)) ? 1 : 0,
  );
  const stays = (_: number, vote: number): boolean => known[vote] === 1;
  return {
    comparisons: { models, first: first.filter(stays), second: second.filter(stays), outcome: outcome.filter(stays) },
    columns: features.columns.map((column) => column.filter(stays)),
    clusters: clusters.map(({ count, of }) => ({ count, of: of.filter(stays) })),
    omitted: sum(counts) - sum(known),
  };
}

function sum(marks: Uint8Array): number {
  return marks.reduce((total, mark) => total + mark, 0);
}
