import type { Sample, Store } from '@understudy/store';

const FLAGS = { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 };
const DOCUMENTS = 4;
const TASK = 'arc_easy';

function sample(docId: number, score: number): Sample {
  return {
    docId,
    failed: false,
    outcomes: [{ filter: 'none', metrics: { acc_norm: score }, filteredResponses: [] }],
    flags: FLAGS,
    task: TASK,
    doc: '{}',
    target: '0',
    requests: [],
    responses: [],
    hashes: { doc: `${docId}`.padStart(64, '0'), prompt: '0'.repeat(64), target: '0'.repeat(64) },
  };
}

/** Puts a finished run of `arc_easy` on four documents into a store, with its result; so many of them were right. */
export async function measuredRun(
  runs: Store,
  { identity, right }: { readonly identity: string; readonly right: number },
): Promise<void> {
  const run = await runs.createRun({
    fingerprint: identity,
    model: identity.slice(0, 8),
    identity,
    source: 'understudy',
    engine: {},
    settings: { applyChatTemplate: false },
    command: {},
    selection: {},
    seed: 0,
    version: '0.0.0',
  });
  await runs.addTask(run.id, {
    task: TASK,
    version: '1.0',
    numFewshot: 0,
    documentsTotal: DOCUMENTS,
    documentsExpected: DOCUMENTS,
    higherIsBetter: { acc_norm: true },
    config: { task: TASK, output_type: 'multiple_choice', metric_list: [{ metric: 'acc_norm' }] },
  });
  const samples = Array.from({ length: DOCUMENTS }, (_, docId) => sample(docId, docId < right ? 1 : 0));
  await runs.appendBatch({ runId: run.id, samples, responses: [] });
  await runs.finishRun(run.id, { status: 'finished', endedAt: 1, elapsedMs: 1 });
  const value = right / DOCUMENTS;
  const metric = {
    metric: 'acc_norm',
    filter: 'none',
    value,
    standardError: 0.1,
    lower: value - 0.2,
    upper: value + 0.2,
  };
  await runs.putResult(run.id, TASK, {
    metrics: [{ ...metric, count: DOCUMENTS, isProportion: true, higherIsBetter: true }],
    scored: DOCUMENTS,
    failed: 0,
    flags: FLAGS,
  });
}
