import type { Store } from '@understudy/store';
import type { RunModels } from '@understudy/evidence';
import { figure } from './figure.js';
import type { TaskBody } from './samples-schema.js';
import type { TaskOfRun } from './task-of-run.js';

/** A leaf task of a run, and what its samples can be sorted and filtered by. */
export async function taskBody(runs: Store, { run, task }: TaskOfRun, models: RunModels): Promise<TaskBody> {
  const { task: name, version, numFewshot, documentsTotal, documentsExpected, config, higherIsBetter } = task;
  const progress = (await runs.progressOf(run.id)).tasks.find((each) => each.task === name);
  const { output_type: outputType } = config;
  return {
    runId: run.id,
    model: run.model,
    name: models.of(run).name,
    task: name,
    version,
    numFewshot,
    outputType: typeof outputType === 'string' ? outputType : null,
    documents: {
      total: documentsTotal,
      expected: documentsExpected,
      stored: progress?.stored ?? 0,
      failed: progress?.failed ?? 0,
    },
    columns: (await runs.sampleColumns(run.id, name)).map((column) => ({
      ...column,
      least: figure(column.least),
      largest: figure(column.largest),
      higherIsBetter: higherIsBetter[column.name.split(',')[0] ?? ''] ?? null,
    })),
  };
}
