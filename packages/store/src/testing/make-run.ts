import type { EngineCounters } from '@understudy/core';
import type { NewRun, RunSession, RunTask } from '../run.js';
import type { Sample } from '../sample.js';

/** A run for tests. */
export function makeRun(changes: Partial<NewRun> = {}): NewRun {
  return {
    fingerprint: 'a'.repeat(64),
    model: 'smollm2-135m-instruct',
    identity: 'b'.repeat(64),
    source: 'understudy',
    engine: { engine: 'scripted', contextLength: 8192 },
    settings: { numFewshot: 0 },
    command: { tasks: ['arc_easy'] },
    selection: { tasks: ['arc_easy'] },
    seed: 1234,
    version: '0.1.0',
    ...changes,
  };
}

/** A leaf task for tests. */
export function makeTask(changes: Partial<RunTask> = {}): RunTask {
  return {
    task: 'arc_easy',
    version: '1.0',
    numFewshot: 0,
    documentsTotal: 2376,
    documentsExpected: 40,
    higherIsBetter: { acc: true, acc_norm: true },
    config: { task: 'arc_easy', output_type: 'multiple_choice' },
    ...changes,
  };
}

/** A multiple-choice sample for tests, different for each document. */
export function makeSample(docId: number, changes: Partial<Sample> = {}): Sample {
  const context = `Question: What is ${docId} and one?\nAnswer:`;
  return {
    task: 'arc_easy',
    docId,
    failed: false,
    doc: `{"question": "What is ${docId} and one?", "answer": ${docId + 1}, "weight": 1.0}`,
    target: String(docId % 2),
    requests: [
      { kind: 'loglikelihood', context, continuation: ` ${docId + 1}` },
      { kind: 'loglikelihood', context, continuation: ` ${docId}` },
    ],
    responses: [
      { kind: 'loglikelihood', logProbability: -1.25 - docId, isGreedy: true },
      { kind: 'loglikelihood', logProbability: -2.5, isGreedy: false },
    ],
    outcomes: [
      {
        filter: 'none',
        metrics: { acc: docId % 2, acc_norm: 1 },
        filteredResponses: [
          [-1.25 - docId, true],
          [-2.5, false],
        ],
      },
    ],
    flags: { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 2 },
    hashes: { doc: hash(docId), prompt: hash(docId + 1), target: hash(docId + 2) },
    ...changes,
  };
}

/** Counters of a little work. */
export function makeCounters(): EngineCounters {
  return {
    uniqueTokens: 900,
    requestedTokens: 1_200,
    paddingTokens: 0,
    scoredRows: 90,
    generatedTokens: 0,
    batches: 3,
    nativeMs: 7,
    peakMemoryBytes: 1_000_000,
  };
}

/** A session that ended well. */
export function makeSession(changes: Partial<RunSession> = {}): RunSession {
  return { status: 'finished', endedAt: 1_800_000_000_000, elapsedMs: 1000, ...changes };
}

function hash(seed: number): string {
  return seed.toString(16).padStart(64, '0');
}
