import type { EngineSettings, ModelFiles } from '@understudy/core';
import { openDataset } from '@understudy/datasets';
import { evaluateModel, type EvaluateServices } from '@understudy/evaluate';
import { openStore, type Sample } from '@understudy/store';
import type { TaskLibrary } from '@understudy/tasks';
import type { ReferenceRow } from './score-fixture.js';

/** A leaf task under the settings of a reference row. */
export interface RowRun {
  readonly row: Omit<ReferenceRow, 'limit' | 'max_length'> & Partial<Pick<ReferenceRow, 'limit'>>;
  readonly model: ModelFiles;
  readonly settings: EngineSettings;
  readonly openModel: EvaluateServices['openModel'];
  readonly library: TaskLibrary;
  /** Data hub and folder for its files. */
  readonly datasets: { readonly home: string; readonly env: NodeJS.ProcessEnv };
}

/** The seeds that the reference harness has by default. */
const SEEDS = { random: 0, numpy: 1234, torch: 1234, fewshot: 1234 };

/** Runs a leaf task as `understudy eval` does, in a store of its own, and yields its samples by ascending document number. */
export async function* runRow({ row, model, ...given }: RowRun): AsyncGenerator<Sample> {
  await using store = await openStore({ path: ':memory:' });
  const events = evaluateModel(
    {
      model: model.name,
      tasks: [row.task],
      numFewshot: row.shots,
      limit: row.limit ?? undefined,
      applyChatTemplate: row.chat,
      fewshotAsMultiturn: row.chat ? row.multiturn : undefined,
      systemInstruction: row.system ?? undefined,
      seeds: SEEDS,
      engine: given.settings,
      predictOnly: false,
      resume: false,
      command: {},
    },
    {
      store,
      library: given.library,
      openDataset: (request) => openDataset({ ...given.datasets, ...request }),
      resolveModel: async () => model,
      openModel: given.openModel,
      version: '0.0.0',
    },
  );
  let next = await events.next();
  while (next.done !== true) next = await events.next();
  yield* store.samples(next.value.runId, row.task);
}
