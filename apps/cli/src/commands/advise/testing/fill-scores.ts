import { createHash } from 'node:crypto';
import { refreshResults } from '@understudy/evaluate';
import type { Sample, Store } from '@understudy/store';
import { makeRun, makeSample, makeSession, makeTask } from '@understudy/store/testing';

/** Whether a model answers a question right, by the question's number. */
export type Answers = (question: number) => boolean;

/** A run that is made up: one model, right or wrong on every question of its tasks. */
export interface ScriptedScores {
  /** Id of a card. */
  readonly model: string;
  /** By task. */
  readonly answers: Readonly<Record<string, Answers>>;
  /** Questions asked of each task. */
  readonly questions: number;
  /** How it was asked, where it is not with the model's template alone. */
  readonly asked?: ScriptedSettings | undefined;
}

/** Settings of a run that is made up, as runs keep them. */
export interface ScriptedSettings {
  readonly numFewshot?: number | undefined;
  readonly genKwargs?: Readonly<Record<string, unknown>> | undefined;
  readonly [setting: string]: unknown;
}

/** Questions that each task has. */
export const QUESTIONS = 1500;

/** Right where the question's place in a hundred is below `percent`, which two models then share; `swaps` of a hundred are turned round. */
export function rightInPercent(percent: number, swaps: readonly number[] = []): Answers {
  return (question) => {
    const place = (question * 37) % 100;
    return place < percent !== swaps.includes(place);
  };
}

/** Stores runs with their samples and results, all of them real but the model. */
export async function fillScores(store: Store, runs: readonly ScriptedScores[]): Promise<void> {
  for (const run of runs) await fillRun(store, run);
  const refreshing = refreshResults(store);
  while ((await refreshing.next()).done !== true);
}

async function fillRun(store: Store, { model, answers, questions, asked = {} }: ScriptedScores): Promise<void> {
  const identity = createHash('sha256').update(model).digest('hex');
  const seeds = { random: 0, numpy: 1234, torch: 1234, fewshot: 1234 };
  const settings = { applyChatTemplate: true, seeds, ...asked };
  const selection = { roots: Object.keys(answers).map((name) => ({ kind: 'task', name })) };
  const { id } = await store.createRun(makeRun({ model, identity, fingerprint: identity, settings, selection }));
  for (const [task, isRight] of Object.entries(answers)) {
    await store.addTask(id, taskOf(task, questions, asked));
    const samples = Array.from({ length: questions }, (_, question) => sampleOf(task, question, isRight(question)));
    await store.appendBatch({ runId: id, samples, responses: [] });
  }
  await store.finishRun(id, makeSession({ elapsedMs: questions * Object.keys(answers).length * 500 }));
}

function taskOf(task: string, questions: number, { numFewshot = 0, genKwargs }: ScriptedSettings) {
  return makeTask({
    task,
    numFewshot,
    documentsTotal: QUESTIONS,
    documentsExpected: questions,
    higherIsBetter: { exact_match: true },
    config: {
      task,
      output_type: 'generate_until',
      metric_list: [{ metric: 'exact_match', aggregation: 'mean', higher_is_better: true }],
      generation_kwargs: { do_sample: false, ...genKwargs },
    },
  });
}

function sampleOf(task: string, question: number, isRight: boolean): Sample {
  const metrics = { exact_match: Number(isRight) };
  return makeSample(question, { task, outcomes: [{ filter: 'none', metrics, filteredResponses: [] }] });
}
