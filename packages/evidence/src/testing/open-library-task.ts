import { openDataset } from '@understudy/datasets';
import { openTask, openTaskLibrary, type Task } from '@understudy/tasks';

/** Opens a task of the library over the rows of a JSON Lines file, which stands for all of its splits. */
export async function openLibraryTask(name: string, rowsFile: string): Promise<Task> {
  const library = await openTaskLibrary();
  const { tasks } = await library.select([name]);
  const [definition] = tasks;
  if (definition === undefined) throw new Error(`the library has no task ${name}`);
  const dataFiles = { train: rowsFile, validation: rowsFile, test: rowsFile, dev: rowsFile };
  return openTask(definition, {
    openDataset: () => openDataset({ path: 'json', dataFiles }),
    numFewshot: 0,
    fewshotSeed: 1234,
  });
}
