import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCatalog, type Catalog } from '@understudy/catalog';
import { buildLeaderboard, MeasurementReader, type BoardQuery } from '@understudy/evidence';
import { openStore } from '@understudy/store';
import { textTable } from '../text-table.js';
import { fillRuns } from './fill-runs.js';

const USAGE = `usage: npm run bench:leaderboard -- [options]
Times queries of the leaderboard on a database of runs with kept results, each run of another model, two metrics a task.
  --runs N     1000 by default
  --tasks N    60 by default
  --repeats N  of each warm query, 30 by default
  --cold N     times that the database is opened anew, 5 by default
  --json       one object instead of a table
Cold is the first query after opening the database, the catalog read: runs, results and one configuration of each task are read and sorted by
setting. Warm is every later one while no run began, ended or was removed and no result was kept: the store is asked for its stamp, and the
sorted measurements are taken from memory. The last 32 choices of columns are kept with their means; filters of models are applied anew.
`;

/** What is promised at these sizes, in milliseconds, of the slowest query's median. */
const BUDGET = { runs: 1000, tasks: 60, warmMs: 50 };

/** Queries as a page of the leaderboard makes them; the number tells how often one was asked before. */
const QUERIES: Readonly<Record<string, BoardQuery | ((time: number) => BoardQuery)>> = {
  everything: {},
  'all metrics': { allMetrics: true },
  'commercial use': { criteria: { commercialUses: ['yes', 'conditional'] } },
  'licence, size, language, date': {
    criteria: { commercialUses: ['yes', 'conditional'], maxParameters: 15e9, languages: ['en'], releasedSince: '2023' },
  },
  'one area': { areas: ['commonsense'] },
  'columns never asked for before': (time) => ({ tasks: ['*', `time ${time}`] }),
  'three tasks': { tasks: ['hellaswag', 'arc_*'] },
};

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    tasks: { type: 'string', default: '60' },
    repeats: { type: 'string', default: '30' },
    cold: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else process.exitCode = await run();

/** Returns the exit code: 1 when the budget is exceeded at the sizes that it is for. */
async function run(): Promise<number> {
  const [runs, tasks] = [Number(values.runs), Number(values.tasks)];
  const catalog = await readCatalog();
  const folder = mkdtempSync(join(tmpdir(), 'understudy-bench-leaderboard-'));
  try {
    const path = join(folder, 'understudy.db');
    await fill(path, { runs, tasks, cards: catalog.cards.map(({ id }) => id) });
    const cold = await timeCold(path, catalog, Number(values.cold));
    const warm = await timeWarm(path, catalog, Number(values.repeats));
    return report({ runs, tasks, cold, warm });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function fill(path: string, size: Parameters<typeof fillRuns>[1]): Promise<void> {
  await using store = await openStore({ path });
  await fillRuns(store, size);
}

/** Milliseconds that something took by the clock, and of the processor: on a machine that others use the first is much more. */
interface Taken {
  readonly ms: number;
  readonly cpuMs: number;
}

function startClock(): () => Taken {
  const [start, startUsage] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(startUsage);
    return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
  };
}

/** From opening the database to the board. */
async function timeCold(path: string, catalog: Catalog, times: number): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let time = 0; time < times; time += 1) {
    const stop = startClock();
    await using store = await openStore({ path });
    buildLeaderboard(await new MeasurementReader(store, catalog).read(), catalog);
    taken.push(stop());
  }
  return taken;
}

/** A query, timed. */
interface TimedQuery {
  readonly query: string;
  readonly models: number;
  readonly cells: number;
  /** Of each repetition. */
  readonly taken: readonly Taken[];
}

async function timeWarm(path: string, catalog: Catalog, repeats: number): Promise<readonly TimedQuery[]> {
  await using store = await openStore({ path });
  const reader = new MeasurementReader(store, catalog);
  await reader.read();
  const timed: TimedQuery[] = [];
  for (const [name, query] of Object.entries(QUERIES)) {
    const taken: Taken[] = [];
    const queryOf = (time: number): BoardQuery => (typeof query === 'function' ? query(time) : query);
    let { rows } = buildLeaderboard(await reader.read(), catalog, queryOf(-1));
    for (let time = 0; time < repeats; time += 1) {
      const stop = startClock();
      ({ rows } = buildLeaderboard(await reader.read(), catalog, queryOf(time)));
      taken.push(stop());
    }
    const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
    timed.push({ query: name, models: rows.length, cells, taken });
  }
  return timed;
}

interface Timings {
  readonly runs: number;
  readonly tasks: number;
  readonly cold: readonly Taken[];
  readonly warm: readonly TimedQuery[];
}

function report({ runs, tasks, cold, warm }: Timings): number {
  const slowest = Math.max(...warm.map(({ taken }) => median(taken.map(({ ms }) => ms))));
  const isJudged = runs === BUDGET.runs && tasks === BUDGET.tasks;
  const isWithin = slowest < BUDGET.warmMs;
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ runs, tasks, cold, warm, slowest, budget: BUDGET })}\n`);
  } else {
    const rows = warm.map(({ query, models, cells, taken }) => [
      query,
      String(models),
      String(cells),
      ...spread(taken),
    ]);
    const head = ['query', 'models', 'cells', 'median ms', 'worst ms', 'median CPU ms'];
    const lines = [
      `${runs} runs × ${tasks} tasks`,
      textTable({ head, rows: [['cold: everything', '', '', ...spread(cold)], ...rows], right: [1, 2, 3, 4, 5] }),
      ...(isJudged ? [`slowest warm median ${slowest.toFixed(1)} ms, budget ${BUDGET.warmMs} ms`] : []),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  return isJudged && !isWithin ? 1 : 0;
}

function spread(taken: readonly Taken[]): readonly string[] {
  const times = taken.map(({ ms }) => ms);
  return [median(times), Math.max(...times), median(taken.map(({ cpuMs }) => cpuMs))].map((time) => time.toFixed(1));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}
