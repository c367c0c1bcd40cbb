import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataError } from '@understudy/core';
import { runMeasured, type Measured } from '../measure/run-measured.js';
import { toArguments } from '../measure/to-arguments.js';
import { hellaswagData, multipleChoiceData } from './perplexity-data.js';
import { readQuestions, type Question } from './read-questions.js';
import type { Contestant, Round } from './round.js';
import { fewOf, sizes, type SpeedContext } from './speed-context.js';
import type { PerplexityOptions, SpeedTask } from './speed-task.js';

/** llama.cpp's own tool on the float32 file: whole processes, few documents and many. */
export function perplexityContestant(
  task: SpeedTask,
  options: PerplexityOptions,
  rounds: number,
  context: SpeedContext,
): Contestant {
  const { places, model } = context;
  const run = async (limit: number): Promise<Measured & { readonly documents: number }> => {
    const questions = await readQuestions(task, limit, context);
    return { ...(await runTool(questions, options, context)), documents: questions.length };
  };
  return {
    name: 'llama-perplexity',
    rounds,
    obstacle: () => {
      if (!existsSync(places.llamaPerplexity)) {
        return `needs ${places.llamaPerplexity}: bench/speed/build-llama-perplexity.sh`;
      }
      return existsSync(places.float32(model))
        ? undefined
        : `needs ${places.float32(model)}: bench/parity/reference.sh setup`;
    },
    round: async (): Promise<Round> => {
      const [few, many] = sizes(context.isQuick ? task.quickFew : (options.few ?? fewOf(task, context)));
      const small = await run(few);
      const large = await run(many);
      return {
        few: { documents: small.documents, ms: small.ms },
        many: { documents: large.documents, ms: large.ms },
        wholeMs: large.ms,
        peakBytes: large.peakBytes,
      };
    },
  };
}

async function runTool(
  questions: readonly Question[],
  options: PerplexityOptions,
  { places, model, env, timeoutMs }: SpeedContext,
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-bench-'));
  const data = join(folder, 'documents');
  try {
    const isHellaswag = options.mode === 'hellaswag';
    await writeFile(data, isHellaswag ? hellaswagData(questions) : multipleChoiceData(questions));
    const common = {
      model: places.float32(model),
      parallel: options.parallel,
      'ctx-size': options.contextTokens,
    };
    const count = questions.length;
    const args = toArguments(
      isHellaswag
        ? { ...common, file: data, hellaswag: true, 'hellaswag-tasks': count }
        : { ...common, 'binary-file': data, 'multiple-choice': true, 'multiple-choice-tasks': count },
    );
    const measured = await runMeasured({ command: places.llamaPerplexity, args, env, timeoutMs });
    checkCount(measured.stdout, questions.length, measured.stderr);
    return measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The tool prints a numbered line a document, and ends well even where it could not go on. */
function checkCount(stdout: string, expected: number, stderr: string): void {
  const last = Number([...stdout.matchAll(/^(\d+)\t/gm)].at(-1)?.[1] ?? 0);
  if (last === expected) return;
  const words = stderr.trimEnd().split('\n').slice(-3).join('\n');
  throw new DataError({
    code: 'bench-incomplete',
    message: `llama-perplexity was to score ${expected} documents; it scored ${last}.\n${words}`,
  });
}
