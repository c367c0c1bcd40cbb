import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchPlaces } from '../places/bench-places.js';
import { openHub } from '../places/open-hub.js';
import { ResultsFile } from '../results-file.js';
import { measureTask } from './measure-task.js';
import { perplexityContestant } from './perplexity-contestant.js';
import { referenceContestant } from './reference-contestant.js';
import type { Contestant } from './round.js';
import type { SpeedContext } from './speed-context.js';
import { taskReport } from './speed-report.js';
import { SPEED_TASKS, type SpeedTask } from './speed-task.js';
import { startUpReport } from './start-up-report.js';
import { measureStartUp, type StartUp } from './start-up.js';
import type { TaskSpeed } from './task-speed.js';
import { understudyContestant } from './understudy-contestant.js';

const USAGE = `usage: npm run bench:speed -- [options]
Times Understudy, lm-eval hf (float32) and llama-perplexity on the same documents, weights and machine, alternating.
  --task NAME            ${SPEED_TASKS.map(({ name }) => name).join(', ')} or start-up; may be given again; default: all
  --quick                few documents, one round: a check that everything runs, no measurement
  --contestant TEXT      only contestants whose name contains this text; may be given again
  --repeats N            rounds of Understudy (3)
  --other-repeats N      rounds of the other tools (1)
  --timeout SECONDS      for each program (2400)
  --resume               go on with what an interrupted bench left in bench/results
  --json                 print everything as JSON
`;

const MODEL = 'smollm2-135m-instruct';
const START_UP = 'start-up';

const { values } = parseArgs({
  options: {
    task: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    contestant: { type: 'string', multiple: true },
    repeats: { type: 'string', default: '3' },
    'other-repeats': { type: 'string', default: '1' },
    timeout: { type: 'string', default: '2400' },
    resume: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

// Programs that are running end with this one (their owners listen to `exit`).
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

if (values.help) process.stdout.write(USAGE);
else process.exitCode = await measure();

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

function contestantsOf(task: SpeedTask, context: SpeedContext): readonly Contestant[] {
  const repeats = values.quick ? 1 : Number(values.repeats);
  const others = values.quick ? 1 : Number(values['other-repeats']);
  const all = [
    ...task.variants.map((variant) => understudyContestant(task, variant, repeats, context)),
    referenceContestant(task, others, context),
    ...(task.perplexity === undefined ? [] : [perplexityContestant(task, task.perplexity, others, context)]),
  ];
  return all.filter(({ name }) => values.contestant?.some((text) => name.includes(text)) ?? true);
}

/** Returns the exit code: 0 when all that was measured is as asked; a quick check only has to run. */
async function measure(): Promise<number> {
  const places = benchPlaces();
  await using hub = await openHub(places);
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, node ${process.version}`;
  note(`${machine}, load ${loadavg()[0]?.toFixed(2)}\n${hub.description}`);
  const env = {
    ...process.env,
    UNDERSTUDY_HOME: places.understudyHome,
    ...(hub.endpoint !== undefined && { HF_ENDPOINT: hub.endpoint }),
  };
  const context = { places, model: MODEL, env, timeoutMs: 1000 * Number(values.timeout), isQuick: values.quick };
  const suffix = values.quick ? '-quick' : '';
  const file = (name: string): string => join(places.bench, 'results', `${name}${suffix}.json`);
  const speeds = new ResultsFile<TaskSpeed>(file('speed'), values.resume);
  const startUps = new ResultsFile<StartUp>(file('start-up'), values.resume);
  const isWanted = (name: string): boolean => values.task?.includes(name) ?? true;
  const failures: string[] = [];
  const attempt = async (name: string, work: () => Promise<void>): Promise<void> => {
    if (!isWanted(name)) return;
    try {
      await work();
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      note(failures.at(-1) ?? '');
    }
  };
  await attempt(START_UP, async () => {
    if (startUps.get(START_UP) === undefined) startUps.set(START_UP, await measureStartUp(context));
  });
  for (const task of SPEED_TASKS) {
    await attempt(task.name, () => measureTask(task, contestantsOf(task, context), context, speeds, note));
  }
  const reports = [
    ...Object.values(startUps.toJSON()).map(startUpReport),
    ...Object.entries(speeds.toJSON()).map(([name, speed]) => taskReport(name, speed, places.gguf(MODEL))),
  ];
  if (values.json) {
    const json = {
      machine,
      startUp: startUps.get(START_UP),
      tasks: speeds,
      verdicts: reports.flatMap((one) => one.verdicts),
    };
    process.stdout.write(`${JSON.stringify({ ...json, failures })}\n`);
  } else {
    process.stdout.write(`${[machine, ...reports.map(({ text }) => text), ...failures].join('\n\n')}\n`);
  }
  const isReached = reports.every(({ verdicts }) => verdicts.every((verdict) => verdict.isReached));
  return (isReached || values.quick) && failures.length === 0 ? 0 : 1;
}
