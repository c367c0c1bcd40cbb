import { fitBradleyTerry, type BradleyTerryOptions } from '../bradley-terry/fit-bradley-terry.js';
import type { Clusters, Comparisons } from '../comparisons/comparisons.js';
import { countPairs } from '../comparisons/pair-counts.js';
import { leadInfluences } from './lead-influences.js';
import { ranking, shortestHead, type DecisiveVotes, type Head, type Removal } from './shortest-head.js';
import { annotatorUnits, voteUnits } from './units.js';

/** So many of the strongest votes are tried before all are. */
const STRONGEST = 2048;

/** How the first place is put to the test. */
export interface LeverageOptions extends Omit<BradleyTerryOptions, 'anchor'> {
  /** Who cast each vote; without it annotators are not counted. */
  readonly annotators?: Clusters | undefined;
  /** How many of the models nearest to the first are tried as its successor; 3 by default. */
  readonly challengers?: number | undefined;
}

/** How much the first place hangs on few votes. */
export interface TopLeverage {
  /** The model that is first. */
  readonly first: number;
  /** The smallest set found; undefined where no set of votes was found. */
  readonly byVotes: DecisiveVotes | undefined;
  /** The fewest annotators found, all of whose votes are left out. */
  readonly byAnnotators: DecisiveVotes | undefined;
}

/**
 * How few votes, and how few annotators with all their votes, have to be left out for another model to be first. Votes are sorted by their
 * influence (o − p)·dᵀH⁻¹(e_first − e_challenger) on the lead at the fit; the shortest head of that list after which an exact refit has another
 * first is found by bisection (after T. Broderick, R. Giordano, R. Meager, An automatic finite-sample robustness metric, 2020). So each set found
 * does what is said of it; a smaller one may exist. Undefined for fewer than two rated models.
 */
export function topLeverage(comparisons: Comparisons, options: LeverageOptions = {}): TopLeverage | undefined {
  const { annotators, challengers = 3, ...bradleyTerry } = options;
  const counts = countPairs(comparisons);
  const fit = fitBradleyTerry(counts, bradleyTerry);
  const [first, ...others] = ranking(fit);
  if (first === undefined || others.length === 0) return undefined;
  const removal: Removal = { comparisons, counts, first, bradleyTerry, annotators };
  const heads = others.slice(0, challengers).map((challenger) => {
    const influences = leadInfluences(comparisons, { fit, first, challenger });
    const byVotes = (limit: number): Head | undefined =>
      shortestHead(voteUnits(influences, { annotators, limit }), removal);
    return {
      byVotes: byVotes(STRONGEST) ?? byVotes(influences.length),
      byAnnotators: shortestHead(annotatorUnits(influences, annotators), removal),
    };
  });
  return {
    first,
    byVotes: fewest(heads.map(({ byVotes }) => byVotes)),
    byAnnotators: fewest(heads.map(({ byAnnotators }) => byAnnotators)),
  };
}

function fewest(heads: readonly (Head | undefined)[]): DecisiveVotes | undefined {
  return heads
    .filter((head) => head !== undefined)
    .toSorted((a, b) => a.units - b.units || a.found.votes.length - b.found.votes.length)[0]?.found;
}
