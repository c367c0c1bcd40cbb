import { parseArgs } from 'node:util';
import { benchPlaces } from '../places/bench-places.js';
import { otherRatings } from './other-ratings.js';
import { bootstrapSeconds, milliseconds, ratingSeconds, ratingsTable, type RatingsColumns } from './ratings-table.js';
import { syntheticVotes } from './synthetic-votes.js';
import { timeRatings, type TimedRatings } from './time-ratings.js';

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

/** What is promised at these sizes, in seconds: ingest, fit and sandwich together, and the bootstrap. */
const BUDGET = { models: 129, votes: 1_000_000, rounds: 1000, rating: 0.25, bootstrap: 10 };

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

/** Returns the exit code: 1 when a budget is exceeded at the sizes that it is for. */
function run(): number {
  const sizes = { models: Number(values.models), votes: Number(values.votes), rounds: Number(values.rounds) };
  const comparisons = syntheticVotes({ ...sizes, seed: Number(values.seed) });
  const own = timeRatings(comparisons, { repeats: Number(values.repeats), rounds: sizes.rounds });
  const otherOptions = { repeats: Number(values['other-repeats']), rounds: Number(values['other-rounds']) };
  const { tools, missing } = otherRatings(comparisons, otherOptions, benchPlaces());
  const verdict = judge(sizes, own);
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ ...sizes, own, tools, missing, ...verdict })}\n`);
    return verdict.isWithin === false ? 1 : 0;
  }
  const columns: RatingsColumns = [
    ['Understudy', own],
    ['its first time', { ...own, seconds: own.firstSeconds }],
    ...Object.entries(tools).map(([name, tool]) => [`${name} ${tool.version}`, tool] as const),
  ];
  const lines = [
    `${sizes.votes.toLocaleString('en')} votes over ${sizes.models} models, milliseconds (medians) and points`,
    ratingsTable(columns, sizes.rounds),
    '',
    ...Object.entries(missing).map(([name, reason]) => `left out: ${name} (${reason})`),
    `ingest + fit + sandwich ${milliseconds(verdict.rating)} ms, bootstrap ${milliseconds(verdict.bootstrap)} ms${verdictText(verdict.isWithin)}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return verdict.isWithin === false ? 1 : 0;
}

interface Verdict {
  readonly rating: number;
  readonly bootstrap: number;
  /** Undefined at other sizes than the budget's. */
  readonly isWithin: boolean | undefined;
}

function judge({ models, votes, rounds }: Record<'models' | 'votes' | 'rounds', number>, own: TimedRatings): Verdict {
  const rating = ratingSeconds(own.seconds) ?? Number.NaN;
  const bootstrap = bootstrapSeconds(own.seconds, rounds) ?? Number.NaN;
  const isJudged = models === BUDGET.models && votes === BUDGET.votes && rounds === BUDGET.rounds;
  const isWithin = isJudged ? rating < BUDGET.rating && bootstrap < BUDGET.bootstrap : undefined;
  return { rating, bootstrap, isWithin };
}

function verdictText(isWithin: boolean | undefined): string {
  if (isWithin === undefined) return '';
  const budgets = `${milliseconds(BUDGET.rating)} and ${milliseconds(BUDGET.bootstrap)} ms`;
  return `: ${isWithin ? 'within' : 'NOT within'} ${budgets}`;
}
