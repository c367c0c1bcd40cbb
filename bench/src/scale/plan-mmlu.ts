import { fileURLToPath } from 'node:url';
import { resolveModel } from '@understudy/catalog';
import { openDataset } from '@understudy/datasets';
import { EngineProcess } from '@understudy/engine-process';
import { OpenModel, type EngineChoice } from '@understudy/engines';
import { evaluateModel, reportRun, type RunEvent } from '@understudy/evaluate';
import { openStore } from '@understudy/store';
import { openTaskLibrary } from '@understudy/tasks';
import { modelFiles } from '../places/model-files.js';
import { MemoryLog, type MemoryStep } from './memory-log.js';

/** What planning mmlu came to. */
export interface PlanResult {
  readonly documents: number;
  readonly requests: number;
  /** Tokens of all prompts. */
  readonly tokens: number;
  readonly memory: readonly MemoryStep[];
}

/** Where everything is. */
export interface PlanOptions {
  /** Model spec of the vocabulary. */
  readonly model: string;
  /** Folder of the mirror's data sets; undefined: the hub. */
  readonly datasets: string | undefined;
  readonly database: string;
  /** Documents a subject; undefined: all. */
  readonly limit: number | undefined;
}

const WORKER = fileURLToPath(new URL('instant-engine-worker.js', import.meta.url));
const CHOICE: EngineChoice = { engine: 'llama', compute: 'native', reason: 'Answers at once.' };

/**
 * Takes all of mmlu, 5-shot, through the path of `understudy eval`: rows, prompts, tokens, answers, metrics, store and
 * report. Only the engine is another: in its own process, with the model's tokenizer, it answers at once.
 */
export async function planMmlu({ model, datasets, database, limit }: PlanOptions): Promise<PlanResult> {
  const memory = new MemoryLog();
  await using store = await openStore({ path: database });
  const events = evaluateModel(
    {
      model,
      tasks: ['mmlu'],
      numFewshot: 5,
      limit,
      applyChatTemplate: false,
      seeds: { random: 0, numpy: 1234, torch: 1234, fewshot: 1234 },
      engine: {
        engine: 'auto',
        compute: 'auto',
        kvType: undefined,
        threads: undefined,
        gpuLayers: 0,
        contextLength: undefined,
        deterministic: false,
      },
      predictOnly: false,
      resume: true,
      command: {},
    },
    {
      store,
      library: await openTaskLibrary({}),
      openDataset: (request) =>
        openDataset(datasets === undefined ? request : { ...request, path: `${datasets}/${request.path}` }),
      resolveModel,
      openModel: ({ model: files, settings }) =>
        new OpenModel({ scoring: CHOICE, greedy: CHOICE, sampling: CHOICE }, () =>
          EngineProcess.open({ entry: WORKER, name: 'instant engine' }, { model: modelFiles(files), settings }),
        ),
      version: '0.0.0',
    },
  );
  const { runId, last } = await follow(events, memory);
  memory.note('finished');
  const { tasks } = await reportRun(store, runId);
  memory.note('reported');
  return {
    documents: tasks.reduce((sum, { scored }) => sum + scored, 0),
    requests: last?.counters.batches ?? 0,
    tokens: last?.counters.requestedTokens ?? 0,
    memory: memory.steps,
  };
}

type Progress = Extract<RunEvent, { type: 'progress' }>;

/** Follows a run to its end and notes the memory at its start and at each tenth. */
async function follow(
  events: ReturnType<typeof evaluateModel>,
  memory: MemoryLog,
): Promise<{ readonly runId: string; readonly last: Progress | undefined }> {
  let last: Progress | undefined;
  let tenths = 0;
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) return { runId: value.runId, last };
    if (value.type === 'run-started') memory.note('tasks opened');
    if (value.type !== 'progress') continue;
    last = value;
    const reached = Math.floor((10 * value.done) / value.total);
    if (reached > tenths && reached < 10) memory.note(`${value.done} documents`);
    tenths = Math.max(tenths, reached);
  }
}
