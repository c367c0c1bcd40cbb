import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { EngineError } from '@understudy/core';
import { toArguments } from '../measure/to-arguments.js';
import { benchPlaces, type BenchPlaces } from '../places/bench-places.js';
import { freePort } from '@understudy/store/testing';

const USAGE = `usage: node dist/remote/third-party.js [options]
Evaluates a model behind llama.cpp's own llama-server: tasks that need log-probabilities must be refused with the reason, the forms that
generate their answers and the generation tasks of the quick suite must run. Build the server with
bench/speed/build-llama-perplexity.sh "$UNDERSTUDY_BENCH_HOME/llama-bin" llama-server
  --model NAME   smollm2-135m-instruct
  --limit N      documents of each task; default: all
  --slots N      sequences that the server computes at a time (8)
`;

/** Tokens of a sequence: the longest prompts of the suite have some 1,200. */
const SLOT_TOKENS = 2048;
const START_MS = 120_000;

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'smollm2-135m-instruct' },
    limit: { type: 'string' },
    slots: { type: 'string', default: '8' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

/** What is asked of the product about the server, and what must come of it. */
interface Step {
  readonly title: string;
  readonly args: readonly string[];
  readonly expects: { readonly code: number; readonly stderr?: RegExp };
}

const STEPS: readonly Step[] = [
  {
    title: 'log-likelihood tasks are refused with the reason',
    args: ['--tasks', 'quick'],
    expects: {
      code: 1,
      stderr: /need log-probabilities of given texts[^]*echo: .*(without log-probabilities|no echo)/,
    },
  },
  {
    title: 'the quick suite with its answers generated, in chat',
    args: ['--tasks', 'quick_generate', '--apply_chat_template'],
    expects: { code: 0 },
  },
  {
    title: 'the generation task of the quick suite, as plain text',
    args: ['--tasks', 'quick_gsm8k_cot'],
    expects: { code: 0 },
  },
];

if (values.help) process.stdout.write(USAGE);
else process.exitCode = await show(benchPlaces());

/** Returns the exit code: 0 when every step came out as it must. */
async function show(places: BenchPlaces): Promise<number> {
  await using server = await startServer(places);
  let isAll = true;
  for (const { title, args, expects } of STEPS) {
    process.stdout.write(`\n== ${title}\n`);
    const limit = toArguments({ limit: values.limit });
    const model = ['--model', `${server.baseUrl}#${values.model}`];
    const { code, stdout, stderr } = await run(places, ['eval', ...model, ...args, ...limit, '--no-resume']);
    const isRight = code === expects.code && (expects.stderr?.test(stderr) ?? true);
    process.stdout.write(
      `${stderr.trim()}\n${stdout}${isRight ? 'as it must be' : `NOT as it must be (exit code ${code})`}\n`,
    );
    isAll &&= isRight;
  }
  return isAll ? 0 : 1;
}

interface RunningServer extends AsyncDisposable {
  readonly baseUrl: string;
}

async function startServer(places: BenchPlaces): Promise<RunningServer> {
  const { llamaServer } = places;
  if (!existsSync(llamaServer)) {
    throw new EngineError({ code: 'bench-program', message: `There is no ${llamaServer}.`, hint: USAGE });
  }
  const [port, slots] = [await freePort(), Number(values.slots)];
  const options = {
    model: places.gguf(values.model),
    port,
    parallel: slots,
    'ctx-size': slots * SLOT_TOKENS,
    threads: availableParallelism(),
  };
  const child = spawn(llamaServer, ['--host', '127.0.0.1', ...toArguments(options)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-4000)));
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  await healthy(`http://127.0.0.1:${port}/health`, child, () => log);
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    [Symbol.asyncDispose]: async () => {
      process.off('exit', stop);
      stop();
    },
  };
}

async function healthy(address: string, child: ChildProcess, log: () => string): Promise<void> {
  const until = performance.now() + START_MS;
  while (performance.now() < until && child.exitCode === null) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok === true) return;
    await delay(200);
  }
  throw new EngineError({ code: 'bench-program', message: `llama-server did not start:\n${log()}` });
}

interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run({ launcher, understudyHome }: BenchPlaces, args: readonly string[]): Promise<Finished> {
  const env = { ...process.env, UNDERSTUDY_HOME: understudyHome };
  const child = spawn(process.execPath, [launcher, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...output }));
  });
}
