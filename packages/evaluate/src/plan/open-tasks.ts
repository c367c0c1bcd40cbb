import { openTask, type Task, type TaskSelection } from '@understudy/tasks';
import type { EvaluateOptions, EvaluateServices } from '../run/evaluate-options.js';
import type { RunChat } from './open-chat.js';

/** What the tasks of a run are opened with. */
export interface OpenTasksOptions {
  readonly selection: TaskSelection;
  readonly options: EvaluateOptions;
  readonly openDataset: EvaluateServices['openDataset'];
  readonly chat: RunChat | undefined;
}

/** Opens the leaf tasks of a selection: their data sets are fetched, their first rows are not yet read. */
export async function openTasks({ selection, options, openDataset, chat }: OpenTasksOptions): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const definition of selection.tasks) {
    tasks.push(
      await openTask(definition, {
        openDataset,
        numFewshot: options.numFewshot,
        fewshotSeed: options.seeds.fewshot,
        systemInstruction: options.systemInstruction,
        chat: chat?.renderer,
        fewshotAsMultiturn: options.fewshotAsMultiturn,
        genKwargs: options.genKwargs,
        predictOnly: options.predictOnly,
      }),
    );
  }
  return tasks;
}
