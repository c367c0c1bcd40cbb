import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchPlaces } from '../places/bench-places.js';
import { asked, type Verdict } from '../speed/verdict.js';
import { writeBenchTask } from './bench-task.js';
import type { RemoteContestant, RemoteRun } from './contestant.js';
import { referenceContestant } from './reference-contestant.js';
import { medianRun, remoteTable, wholeRate, type RemoteResult } from './remote-report.js';
import { serveMock } from './serve-mock.js';
import { understudyContestant } from './understudy-contestant.js';

const USAGE = `usage: npm run bench:remote -- [options]
Evaluates a generation task against a mock server on the loopback interface, beside lm-eval local-completions, alternating.
  --requests N       documents of a run, one request each; may be given again (2000 and 20000)
  --large N          a run of Understudy alone for its memory (100000); 0: none
  --rate N           requests a second of the run against a server with a rate limit (500); 0: none
  --concurrency N    requests under way (256)
  --latency MS       of the server (50)
  --repeats N        runs of each contestant at each size (3)
  --timeout SECONDS  for each program (1200)
  --json             print everything as JSON
`;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', multiple: true, default: ['2000', '20000'] },
    large: { type: 'string', default: '100000' },
    rate: { type: 'string', default: '500' },
    concurrency: { type: 'string', default: '256' },
    latency: { type: 'string', default: '50' },
    repeats: { type: 'string', default: '3' },
    timeout: { type: 'string', default: '1200' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

/** What is asked: five times lm-eval's requests a second, and 100,000 requests in less memory than this. */
const RATIO = 5;
const MEMORY_BYTES = 500e6;
/** Documents of the run against a rate limit: several seconds of it. */
const LIMITED_SECONDS = 6;

if (values.help) process.stdout.write(USAGE);
else process.exitCode = await measure();

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

interface Race {
  readonly contestants: readonly RemoteContestant[];
  readonly requests: number;
  readonly repeats: number;
  readonly rate?: number | undefined;
}

/** Runs the contestants in turn, each as often as asked; one that fails is left out from then on. */
async function race({ contestants, requests, repeats, rate }: Race): Promise<readonly RemoteResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-remote-task-'));
  const runs = new Map<string, RemoteRun[]>(contestants.map(({ name }) => [name, []]));
  const failures = new Map<string, string>();
  try {
    const task = writeBenchTask(folder, requests);
    for (let round = 1; round <= repeats; round++) {
      for (const { name, run } of contestants.filter((one) => !failures.has(one.name))) {
        await using mock = await serveMock({ latency: Number(values.latency), rate });
        note(`${requests} requests, round ${round}: ${name}`);
        try {
          const options = { baseUrl: mock.baseUrl, task, requests, concurrency: Number(values.concurrency) };
          runs.get(name)?.push(await run(options));
        } catch (error) {
          failures.set(name, error instanceof Error ? (error.message.split('\n').at(-1) ?? '') : String(error));
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return contestants.map(({ name }) => ({
    contestant: name,
    requests,
    runs: runs.get(name) ?? [],
    failure: failures.get(name),
  }));
}

function verdicts(races: readonly (readonly RemoteResult[])[], large: readonly RemoteResult[]): readonly Verdict[] {
  const ratios = races.flatMap(([ours, theirs]): readonly Verdict[] => {
    const [a, b] = [ours && medianRun(ours), theirs && medianRun(theirs)];
    if (a === undefined || b === undefined) return [];
    const ratio = wholeRate(a) / wholeRate(b);
    return [
      {
        text: `${a.requests} requests: ${ratio.toFixed(1)}× ${asked(`≥ ${RATIO}×`, ratio >= RATIO)}`,
        isReached: ratio >= RATIO,
      },
    ];
  });
  const memory = large.flatMap((result): readonly Verdict[] => {
    const peak = medianRun(result)?.peakBytes;
    if (peak === undefined) return [];
    const isReached = peak < MEMORY_BYTES;
    return [
      { text: `${result.requests} requests: ${(peak / 1e6).toFixed(0)} MB ${asked('< 500 MB', isReached)}`, isReached },
    ];
  });
  return [...ratios, ...memory];
}

/** Returns the exit code: 0 when all that was measured is as asked. */
async function measure(): Promise<number> {
  const places = benchPlaces();
  const timeoutMs = 1000 * Number(values.timeout);
  const understudy = understudyContestant(places, timeoutMs);
  const both = [understudy, referenceContestant(places, timeoutMs)].filter(({ name, obstacle }) => {
    const reason = obstacle();
    if (reason !== undefined) note(`${name} is left out: ${reason}`);
    return reason === undefined;
  });
  note(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, node ${process.version}, load ${loadavg()[0]?.toFixed(2)}`,
  );
  const repeats = Number(values.repeats);
  const races: (readonly RemoteResult[])[] = [];
  for (const requests of values.requests)
    races.push(await race({ contestants: both, requests: Number(requests), repeats }));
  const large =
    Number(values.large) > 0
      ? await race({ contestants: [understudy], requests: Number(values.large), repeats: 1 })
      : [];
  const rate = Number(values.rate);
  const limited = rate > 0 ? await race({ contestants: both, requests: LIMITED_SECONDS * rate, repeats: 1, rate }) : [];
  const found = verdicts(races, large);
  const server = `${values.concurrency} under way, ${values.latency} ms`;
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ server: values, races, large, limited, verdicts: found })}\n`);
  } else {
    const tables = [remoteTable(server, [...races.flat(), ...large])];
    if (limited.length > 0) tables.push(remoteTable(`the same, ${rate} requests/s allowed`, limited));
    process.stdout.write(`${[...tables, ...found.map(({ text }) => text)].join('\n\n')}\n`);
  }
  return found.every(({ isReached }) => isReached) ? 0 : 1;
}
