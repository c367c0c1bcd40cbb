import { parseArgs } from 'node:util';
import { benchPlaces } from '../places/bench-places.js';
import { textTable } from '../text-table.js';
import { otherRatings } from './other-ratings.js';
import { syntheticVotes } from './synthetic-votes.js';
import { timeRatings, type StepSeconds, type TimedRatings } from './time-ratings.js';

const USAGE = `usage: npm run bench:ratings -- [options]
Times Bradley–Terry ratings of synthetic votes in memory, beside other tools where UNDERSTUDY_BENCH_PYTHON has evalica, arena-rank or scipy.
  --models N         129 by default
  --votes N          1000000 by default
  --seed N           of the votes, 1 by default
  --repeats N        of each step, whose median is shown; 9 by default
  --rounds N         of the bootstrap, 1000 by default
  --other-repeats N  of the other tools, 3 by default
  --other-rounds N   of their bootstraps, 5 by default; shown for --rounds
  --json             one object instead of tables
`;

/** What ingest, fit and sandwich may take together, and what the rounds of the bootstrap may, in seconds, at the default sizes. */
const BUDGET = { rating: 0.25, bootstrap: 10 };

const { values } = parseArgs({
  options: {
    models: { type: 'string', default: '129' },
    votes: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    repeats: { type: 'string', default: '9' },
    rounds: { type: 'string', default: '1000' },
    'other-repeats': { type: 'string', default: '3' },
    'other-rounds': { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else process.exitCode = run();

/** Returns the exit code: 0 when the budgets are kept. */
function run(): number {
  const [models, votes, seed, rounds] = [values.models, values.votes, values.seed, values.rounds].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const comparisons = syntheticVotes({ models, votes, seed });
  const own = timeRatings(comparisons, { repeats: Number(values.repeats), rounds });
  const others = otherRatings(
    comparisons,
    { repeats: Number(values['other-repeats']), rounds: Number(values['other-rounds']) },
    benchPlaces(),
  );
  const rating = ratingSeconds(own.seconds) ?? Number.NaN;
  const bootstrap = (own.seconds.refit ?? Number.NaN) * rounds;
  const isWithin = rating < BUDGET.rating && bootstrap < BUDGET.bootstrap;
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ models, votes, rounds, own, ...others, isWithin })}\n`);
    return isWithin ? 0 : 1;
  }
  const columns: readonly (readonly [string, TimedRatings])[] = [
    ['Understudy', own],
    ['its first time', { ...own, seconds: own.firstSeconds }],
    ...Object.entries(others.tools).map(([name, tool]) => [`${name} ${tool.version}`, tool] as const),
  ];
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
    row(`${rounds} bootstrap refits`, ({ seconds: { refit } }) => milliseconds(refit && refit * rounds)),
    row('Elo', ({ seconds }) => milliseconds(seconds.elo)),
    row('largest |Δ rating|', ({ ratings }) => points(largestDifference(ratings, own.ratings))),
    row('largest |Δ error|', ({ errors }) => points(errors && largestDifference(errors, own.errors ?? []))),
  ];
  const lines = [
    `${votes.toLocaleString('en')} votes over ${models} models, milliseconds (medians) and points`,
    textTable({ head: ['', ...columns.map(([name]) => name)], rows, right: columns.map((_, at) => at + 1) }),
    '',
    ...Object.entries(others.missing).map(([name, reason]) => `left out: ${name} (${reason})`),
    `ingest + fit + sandwich ${milliseconds(rating)} ms of ${milliseconds(BUDGET.rating)}, bootstrap ${milliseconds(bootstrap)} ms ` +
      `of ${milliseconds(BUDGET.bootstrap)}: ${isWithin ? 'within' : 'NOT within'} the budget`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return isWithin ? 0 : 1;
}

function ingestAndFit(seconds: StepSeconds): number | undefined {
  if (seconds['ingest and fit'] !== undefined) return seconds['ingest and fit'];
  return seconds.ingest === undefined || seconds.fit === undefined ? undefined : seconds.ingest + seconds.fit;
}

function ratingSeconds(seconds: StepSeconds): number | undefined {
  const fitted = ingestAndFit(seconds);
  return fitted === undefined || seconds.sandwich === undefined ? undefined : fitted + seconds.sandwich;
}

function largestDifference(left: readonly number[], right: readonly number[]): number {
  return Math.max(...left.map((value, at) => Math.abs(value - right[at]!)));
}

function milliseconds(seconds: number | undefined): string {
  return seconds === undefined ? '–' : (seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0);
}

function points(value: number | undefined): string {
  if (value === undefined) return '–';
  return value === 0 ? '0' : value.toExponential(1);
}
