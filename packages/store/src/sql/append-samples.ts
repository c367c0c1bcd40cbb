import type { Transaction } from 'kysely';
import type { Sample } from '../sample.js';
import { writeColumns } from './browse/write-columns.js';
import { addToTotals } from './results/task-totals.js';
import { insertSamples } from './sample-table.js';
import type { Tables } from './tables.js';
import { taskId } from './task-id.js';

/** Adds samples of a run, with what is kept of them beside: their columns and counts. */
export async function appendSamples(
  transaction: Transaction<Tables>,
  runId: string,
  samples: readonly Sample[],
): Promise<void> {
  const ids = new Map<string, number>();
  for (const { task } of samples) if (!ids.has(task)) ids.set(task, await taskId(transaction, runId, task));
  const once = eachOnce(samples);
  const written = await insertSamples(transaction, once, ids);
  for (const [task, id] of ids) {
    const documents = written.get(id);
    if (documents === undefined) continue;
    const own = once.filter((sample) => sample.task === task && documents.has(sample.docId));
    await addToTotals(transaction, id, await writeColumns(transaction, id, own));
  }
}

/** Each document once: the first sample of it that did not fail, as if they had come one after the other. */
function eachOnce(samples: readonly Sample[]): readonly Sample[] {
  const byDocument = new Map<string, Sample>();
  for (const sample of samples) {
    const key = `${sample.docId} ${sample.task}`;
    if (byDocument.get(key)?.failed ?? true) byDocument.set(key, sample);
  }
  return [...byDocument.values()];
}
