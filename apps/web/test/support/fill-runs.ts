import { createHash } from 'node:crypto';
import { openStore, type MetricResult, type RunTask, type Sample, type Store } from '@understudy/store';
import { fillArena } from './fill-arena.js';

/** A model that was measured, with the share of right answers on each task. */
interface MeasuredModel {
  readonly name: string;
  readonly shares: Readonly<Record<string, number>>;
}

/** Shares near and far from each other; the last model has no card, and one task fewer. */
const MEASURED: readonly MeasuredModel[] = [
  { name: 'llama-2-7b', shares: { arc_easy: 0.74, hellaswag: 0.76, sciq: 0.9 } },
  { name: 'llama-2-13b', shares: { arc_easy: 0.77, hellaswag: 0.79, sciq: 0.91 } },
  { name: 'smollm2-135m-instruct', shares: { arc_easy: 0.55, hellaswag: 0.43, sciq: 0.8 } },
  { name: 'gemma-3-270m', shares: { arc_easy: 0.5, hellaswag: 0.4, sciq: 0.78 } },
  { name: '/home/ada/models/stranger.gguf', shares: { arc_easy: 0.3, sciq: 0.5 } },
];

/** Documents of a task: few of one, so that it is underpowered. */
const DOCUMENTS: Readonly<Record<string, number>> = { arc_easy: 1000, hellaswag: 1000, sciq: 200 };

/** A text of a sample that must not be published. */
export const SAMPLE_TEXT = 'How many moons does Mars have?';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function taskOf(task: string, numFewshot: number): RunTask {
  const documents = DOCUMENTS[task] ?? 0;
  return {
    task,
    version: '1.0',
    numFewshot,
    documentsTotal: documents,
    documentsExpected: documents,
    higherIsBetter: { acc: true },
    config: { task, output_type: 'multiple_choice', metric_list: [{ metric: 'acc' }], doc_to_text: '{{question}}' },
  };
}

function sampleOf(task: string, docId: number, isRight: boolean): Sample {
  return {
    task,
    docId,
    failed: false,
    doc: JSON.stringify({ question: SAMPLE_TEXT, answer: 2 }),
    target: '0',
    requests: [
      { kind: 'loglikelihood', context: SAMPLE_TEXT, continuation: ' two' },
      { kind: 'loglikelihood', context: SAMPLE_TEXT, continuation: ' three' },
    ],
    responses: [
      { kind: 'loglikelihood', logProbability: isRight ? -1 : -3, isGreedy: isRight },
      { kind: 'loglikelihood', logProbability: -2, isGreedy: !isRight },
    ],
    outcomes: [{ filter: 'none', metrics: { acc: isRight ? 1 : 0 }, filteredResponses: [] }],
    flags: { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 },
    hashes: { doc: hash(`${task} ${docId}`), prompt: hash(SAMPLE_TEXT), target: hash('0') },
  };
}

/** The Wald interval: no test looks at how it is made. */
function shareOf(right: number, count: number): MetricResult {
  const value = right / count;
  const standardError = Math.sqrt((value * (1 - value)) / (count - 1));
  const [lower, upper] = [value - 1.96 * standardError, value + 1.96 * standardError];
  return {
    metric: 'acc',
    filter: 'none',
    value,
    standardError,
    lower,
    upper,
    count,
    isProportion: true,
    higherIsBetter: true,
  };
}

async function measure(store: Store, { name, shares }: MeasuredModel, numFewshot: number): Promise<void> {
  const tasks = Object.keys(shares).map((task) => taskOf(task, numFewshot));
  const run = await store.createRun({
    fingerprint: hash(`${name} ${numFewshot}`),
    model: name,
    identity: hash(name),
    source: 'understudy',
    engine: { engine: 'scripted', path: '/home/ada/models/engine.bin' },
    settings: { applyChatTemplate: false, seeds: { random: 0, numpy: 1234, torch: 1234, fewshot: 1234 } },
    command: { model: name },
    selection: { roots: tasks.map(({ task }) => ({ kind: 'task', name: task })) },
    seed: 1234,
    version: '0.1.0',
    createdAt: Date.UTC(2026, 0, 2) + numFewshot,
  });
  for (const task of tasks) await store.addTask(run.id, task);
  const right = (task: string): number => Math.round((shares[task] ?? 0) * (DOCUMENTS[task] ?? 0));
  for (const { task, documentsExpected } of tasks) {
    const samples = Array.from({ length: documentsExpected }, (_, docId) => sampleOf(task, docId, docId < right(task)));
    await store.appendBatch({ runId: run.id, samples, responses: [] });
  }
  await store.finishRun(run.id, { status: 'finished', endedAt: Date.UTC(2026, 0, 3), elapsedMs: 60_000 });
  const flags = { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 };
  for (const { task, documentsExpected: scored } of tasks)
    await store.putResult(run.id, task, { metrics: [shareOf(right(task), scored)], scored, failed: 0, flags });
}

/** Fills a new database with the small arena, five measured models on three tasks, and one of them at five shots as well. */
export async function fillRuns(path: string): Promise<void> {
  await fillArena(path);
  await using store = await openStore({ path });
  for (const model of MEASURED) await measure(store, model, 0);
  await measure(store, { name: 'gemma-3-270m', shares: { arc_easy: 0.52 } }, 5);
}
