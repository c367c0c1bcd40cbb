import {
  bootstrapRatings,
  countPairs,
  eloRatings,
  fitBradleyTerry,
  quantile,
  ratingStandardErrors,
  sandwichCovariance,
  type Comparisons,
} from '@understudy/statistics';

/** Seconds of each step; a step that a tool cannot do is missing. */
export type StepSeconds = Readonly<
  Partial<Record<'ingest' | 'fit' | 'ingest and fit' | 'sandwich' | 'refit' | 'elo', number>>
>;

/** What a tool made of the votes, and how long it took. */
export interface TimedRatings {
  readonly version: string;
  /** Medians; `refit` is of one bootstrap round. */
  readonly seconds: StepSeconds;
  /** Mean 1000, by model. */
  readonly ratings: readonly number[];
  /** Sandwich standard errors, where the tool has them. */
  readonly errors?: readonly number[];
}

/** Understudy's own, with the first time of each step, when nothing is compiled yet. */
export interface OwnRatings extends TimedRatings {
  readonly firstSeconds: StepSeconds;
}

/** How often to time. */
export interface TimingOptions {
  readonly repeats: number;
  /** Rounds of the bootstrap. */
  readonly rounds: number;
}

/** Times Understudy's ratings on votes in memory, in this process, on one thread. */
export function timeRatings(comparisons: Comparisons, { repeats, rounds }: TimingOptions): OwnRatings {
  const ingest = timed(repeats, () => countPairs(comparisons));
  const counts = ingest.result;
  const fit = timed(repeats, () => fitBradleyTerry(counts));
  const sandwich = timed(repeats, () => sandwichCovariance(counts, fit.result));
  const bootstrap = timed(1, () => bootstrapRatings(counts, fit.result, { rounds, seed: 1 }));
  const elo = timed(repeats, () => eloRatings(comparisons));
  return {
    version: '',
    seconds: {
      ingest: ingest.median,
      fit: fit.median,
      sandwich: sandwich.median,
      refit: bootstrap.median / rounds,
      elo: elo.median,
    },
    firstSeconds: { ingest: ingest.first, fit: fit.first, sandwich: sandwich.first, elo: elo.first },
    ratings: [...fit.result.ratings],
    errors: [...ratingStandardErrors(sandwich.result)],
  };
}

function timed<T>(
  repeats: number,
  run: () => T,
): { readonly result: T; readonly first: number; readonly median: number } {
  const seconds = new Float64Array(repeats);
  let start = performance.now();
  let result = run();
  seconds[0] = (performance.now() - start) / 1000;
  for (let repeat = 1; repeat < repeats; repeat += 1) {
    start = performance.now();
    result = run();
    seconds[repeat] = (performance.now() - start) / 1000;
  }
  return { result, first: seconds[0], median: quantile(seconds.toSorted(), 0.5) };
}
