import type { Kysely } from 'kysely';
import type { Sample } from '../../../sample.js';
import { writeColumns } from '../../browse/write-columns.js';
import { addToTotals, beginTotals } from '../../results/task-totals.js';
import { rowToTask } from '../../run-row.js';
import { selectSamples } from '../../sample-table.js';
import type { Tables } from '../../tables.js';

const SAMPLES_PER_WRITE = 500;

/**
 * Counts the samples that there are and enters them into the columns. It writes as those who append samples do: where their way of writing changes, the
 * migration that goes with it empties these tables and fills them anew, and then this one need not. Throws the reason of `signal`.
 */
export async function fillFromSamples(db: Kysely<Tables>, signal: AbortSignal | undefined): Promise<void> {
  const tasks = await db.selectFrom('run_tasks').selectAll().orderBy('id').execute();
  for (const row of tasks) {
    const task = rowToTask(row);
    await beginTotals(db, row.id, task);
    let waiting: Sample[] = [];
    const write = async (): Promise<void> => {
      signal?.throwIfAborted();
      await addToTotals(db, row.id, await writeColumns(db, row.id, waiting));
      waiting = [];
    };
    for await (const sample of selectSamples(db, { runTaskId: row.id, task: task.task, start: -1 })) {
      waiting.push(sample);
      if (waiting.length === SAMPLES_PER_WRITE) await write();
    }
    if (waiting.length > 0) await write();
  }
}
