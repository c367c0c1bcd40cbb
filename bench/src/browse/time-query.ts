import { fork } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { openStore } from '@understudy/store';
import { type BuiltDatabase } from './build-database.js';
import { queriesOf } from './queries.js';

/** What a query took, in milliseconds. */
export interface TimedQuery {
  readonly found: number;
  /** The first query of a new process, just after opening. */
  readonly cold: number;
  /** Of the repeats after it. */
  readonly median: number;
  readonly worst: number;
  /** Of the median's kind, computed by the process: what other programs on the machine lengthen least. */
  readonly cpu: number;
  /** The longest that other work of the process had to wait meanwhile. */
  readonly blocked: number;
}

/** Which query, and how often after the first time. */
export interface TimingOptions {
  readonly database: BuiltDatabase;
  readonly query: string;
  readonly repeats: number;
}

/** Times a query in a process of its own. */
export async function timeQuery(options: TimingOptions): Promise<TimedQuery> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(options)]);
  return new Promise((resolve, reject) => {
    // The child below sends nothing else.
    child.on('message', (result) => resolve(result as TimedQuery));
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      reject(new Error(`The query ${options.query} ended with ${signal ?? `exit code ${code}`}.`)),
    );
  });
}

async function timeHere({ database, query, repeats }: TimingOptions): Promise<TimedQuery> {
  const named = queriesOf(database).find(({ name }) => name === query);
  if (named === undefined) throw new Error(`There is no query ${query}.`);
  await using store = await openStore({ path: database.path });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  const computed: number[] = [];
  let found = 0;
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    const start = performance.now();
    const before = process.cpuUsage();
    found = await named.run(store);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    if (repeat > 0) computed.push((user + system) / 1000);
    if (repeat === 0) delay.enable();
  }
  delay.disable();
  const [cold = Number.NaN, ...warm] = times;
  return {
    found,
    cold,
    median: middle(warm),
    worst: Math.max(...warm),
    cpu: middle(computed),
    blocked: delay.max / 1e6,
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Only `timeQuery` starts this program, with its options.
  process.send?.(await timeHere(JSON.parse(process.argv[2] ?? '') as TimingOptions));
  process.disconnect();
}
