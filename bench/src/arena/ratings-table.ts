import { textTable } from '../text-table.js';
import type { StepSeconds, TimedRatings } from './time-ratings.js';

/** Tools by the heads of their columns; the first one is what the others are compared with. */
export type RatingsColumns = readonly [readonly [string, TimedRatings], ...(readonly [string, TimedRatings])[]];

/** Milliseconds by step, and how far ratings and errors are from those of the first column, in points. */
export function ratingsTable(columns: RatingsColumns, rounds: number): string {
  const [[, reference]] = columns;
  const row = (name: string, cell: (tool: TimedRatings) => string): string[] => [
    name,
    ...columns.map(([, tool]) => cell(tool)),
  ];
  const rows = [
    row('ingest', ({ seconds }) => milliseconds(seconds.ingest)),
    row('fit', ({ seconds }) => milliseconds(seconds.fit)),
    row('ingest + fit', ({ seconds }) => milliseconds(ingestAndFit(seconds))),
    row('sandwich', ({ seconds }) => milliseconds(seconds.sandwich)),
    row('ingest + fit + sandwich', ({ seconds }) => milliseconds(ratingSeconds(seconds))),
    row(`${rounds} bootstrap refits`, ({ seconds }) => milliseconds(bootstrapSeconds(seconds, rounds))),
    row('Elo', ({ seconds }) => milliseconds(seconds.elo)),
    row('largest |Δ rating|', ({ ratings }) => points(largestDifference(ratings, reference.ratings))),
    row('largest |Δ error|', ({ errors }) => points(largestDifference(errors, reference.errors))),
  ];
  return textTable({ head: ['', ...columns.map(([name]) => name)], rows, right: columns.map((_, at) => at + 1) });
}

/** Ingest, fit and sandwich together; undefined for a tool without one of them. */
export function ratingSeconds(seconds: StepSeconds): number | undefined {
  const fitted = ingestAndFit(seconds);
  return fitted === undefined || seconds.sandwich === undefined ? undefined : fitted + seconds.sandwich;
}

/** All rounds of a bootstrap, from the time of one. */
export function bootstrapSeconds({ refit }: StepSeconds, rounds: number): number | undefined {
  return refit === undefined ? undefined : refit * rounds;
}

/** Milliseconds, or a dash. */
export function milliseconds(seconds: number | undefined): string {
  return seconds === undefined ? '–' : (seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0);
}

function ingestAndFit(seconds: StepSeconds): number | undefined {
  if (seconds['ingest and fit'] !== undefined) return seconds['ingest and fit'];
  return seconds.ingest === undefined || seconds.fit === undefined ? undefined : seconds.ingest + seconds.fit;
}

function largestDifference(left: readonly number[] = [], right: readonly number[] = []): number | undefined {
  return left.length === 0 ? undefined : Math.max(...left.map((value, at) => Math.abs(value - right[at]!)));
}

function points(value: number | undefined): string {
  if (value === undefined) return '–';
  return value === 0 ? '0' : value.toExponential(1);
}
