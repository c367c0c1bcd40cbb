import type { FilterOutcome, Run, Sample, Store } from '@understudy/store';
import { UserError } from '@understudy/core';
import { keepResults } from '../results/refresh-results.js';
import { findHarnessFiles } from './harness-files.js';
import { elapsedMsOf, toRun, toTasks } from './harness-run.js';
import { toOutcome, toSample } from './harness-sample.js';
import { readHarnessResults, readHarnessSamples } from './read-harness.js';

const SAMPLES_PER_BATCH = 200;

/** What an import brought. */
export interface ImportedRun {
  readonly run: Run;
  /** False when the same file had been imported before; then nothing was written. */
  readonly isNew: boolean;
}

/**
 * Reads the files of a run of lm-evaluation-harness (`--output_path DIR --log_samples`) into the store, so that it can be reported and
 * compared like one of ours. A file is imported once.
 * @throws UserError `import-nothing-found`, `import-without-samples`
 * @throws DataError `harness-file-malformed`, `harness-file-unexpected`
 */
export async function importRun(store: Store, path: string): Promise<ImportedRun> {
  const { resultsFile, samplesFiles } = await findHarnessFiles(path);
  const { results, text } = await readHarnessResults(resultsFile);
  if (samplesFiles.size === 0) throw withoutSamples(resultsFile);
  const newRun = toRun(results, text);
  const earlier = (await store.listRuns()).find((run) => run.fingerprint === newRun.fingerprint);
  if (earlier?.status === 'finished') return { run: earlier, isNew: false };

  const run = earlier === undefined ? await store.createRun(newRun) : await store.resumeRun(earlier.id);
  try {
    for (const task of toTasks(results, text)) {
      await store.addTask(run.id, task);
      const file = samplesFiles.get(task.task);
      if (file !== undefined) await importSamples(store, { runId: run.id, task: task.task, file });
    }
  } catch (error) {
    // Half an import would be shown as a run of its own.
    await store.deleteRun(run.id);
    throw error;
  }
  const endedAt = run.createdAt + elapsedMsOf(results);
  await store.finishRun(run.id, { status: 'finished', endedAt, elapsedMs: elapsedMsOf(results) });
  await keepResults(store, run.id);
  return { run: await store.getRun(run.id), isNew: true };
}

interface SamplesToImport {
  readonly runId: string;
  readonly task: string;
  readonly file: string;
}

async function importSamples(store: Store, { runId, task, file }: SamplesToImport): Promise<void> {
  const further = await furtherOutcomes(file);
  let samples: Sample[] = [];
  let firstFilter: string | undefined;
  for await (const line of readHarnessSamples(file)) {
    firstFilter ??= line.sample.filter;
    // The lines of further filters come after all lines of the first one.
    if (line.sample.filter !== firstFilter) break;
    samples.push(toSample(task, line, further.get(line.sample.doc_id) ?? []));
    if (samples.length < SAMPLES_PER_BATCH) continue;
    await store.appendBatch({ runId, samples, responses: [] });
    samples = [];
  }
  await store.appendBatch({ runId, samples, responses: [] });
}

/** What filters after the first one made of each document: a samples file repeats the documents for each filter. */
async function furtherOutcomes(file: string): Promise<ReadonlyMap<number, readonly FilterOutcome[]>> {
  const outcomes = new Map<number, FilterOutcome[]>();
  let firstFilter: string | undefined;
  for await (const { sample } of readHarnessSamples(file)) {
    firstFilter ??= sample.filter;
    if (sample.filter === firstFilter) continue;
    const list = outcomes.get(sample.doc_id) ?? [];
    list.push(toOutcome(sample));
    outcomes.set(sample.doc_id, list);
  }
  return outcomes;
}

function withoutSamples(resultsFile: string): UserError {
  return new UserError({
    code: 'import-without-samples',
    message: `${resultsFile} has no samples_<task>_<date>.jsonl beside it: a run without samples cannot be compared.`,
    hint: 'Run lm-evaluation-harness with --log_samples.',
    values: { resultsFile },
  });
}
