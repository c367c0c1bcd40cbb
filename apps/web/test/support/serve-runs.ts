import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillArena } from './fill-arena.js';
import { fillHostileRun } from './fill-hostile-run.js';
import { serveArena, type ServedArena } from './serve-arena.js';

const LAUNCHER = fileURLToPath(new URL('../../../cli/bin/understudy.js', import.meta.url));

/** A server over real evaluations of a scripted model. */
export interface ServedRuns extends ServedArena {
  /** A model that likes short answers, on a multiple-choice, a generated and a task whose choices are contexts. */
  readonly first: string;
  /** Another one, with two examples in its prompts. */
  readonly second: string;
  /** What must not come to life. */
  readonly hostile: string;
  /** Begins an evaluation in another process on the same database. */
  readonly evaluate: (model: object, words: readonly string[]) => ChildProcess;
}

/** The answer of both models to document 1 of gsm8k: the first is right by one filter's reading only. */
const FIRST = { version: 1, default_answer: 'There are 10 dogs. The answer is 35.' };
const SECOND = {
  version: 1,
  default_answer: 'There are ten dogs, so it is 18 hours. The answer is 18.',
  scores: [{ continuation: '^ (k|w|p)', log_probability: -3.5 }],
};

/** What both were asked. */
export const TASKS = 'quick_arc_easy,quick_gsm8k_cot,quick_winogrande';

/** Runs the command in a home, where models are named by relative paths: the names of the pictures have no folder of this machine. */
function start(home: string, words: readonly string[]): ChildProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, LANG: 'en_US.UTF-8', NO_COLOR: '1', UNDERSTUDY_HOME: home };
  return spawn(process.execPath, [LAUNCHER, ...words], { env, cwd: home, stdio: 'ignore' });
}

function evaluate(home: string, { name, script, words }: Evaluation): ChildProcess {
  writeFileSync(join(home, `${name}.json`), JSON.stringify(script));
  return start(home, ['eval', '--model', `scripted:${name}.json`, ...words]);
}

interface Evaluation {
  readonly name: string;
  readonly script: object;
  readonly words: readonly string[];
}

const EVALUATIONS: readonly Evaluation[] = [
  { name: 'first', script: FIRST, words: ['--tasks', TASKS] },
  { name: 'second', script: SECOND, words: ['--tasks', TASKS, '--num_fewshot', '2'] },
];

/** Starts it: two evaluations are made first. */
export async function serveRuns(): Promise<ServedRuns> {
  let home = '';
  let hostile = '';
  const arena = await serveArena({
    fill: async (path) => {
      home = dirname(path);
      await fillArena(path);
      hostile = await fillHostileRun(path);
      for (const evaluation of EVALUATIONS) await once(evaluate(home, evaluation), 'close');
    },
  });
  const { runs } = (await arena.call('GET', '/api/runs')) as unknown as {
    readonly runs: readonly { readonly id: string; readonly model: string }[];
  };
  const idOf = (name: string): string => runs.find(({ model }) => model.includes(`${name}.json`))?.id ?? '';
  return {
    url: arena.url,
    call: arena.call,
    first: idOf('first'),
    second: idOf('second'),
    hostile,
    evaluate: (script, words) => evaluate(home, { name: 'live', script, words }),
    [Symbol.asyncDispose]: () => arena[Symbol.asyncDispose](),
  };
}
