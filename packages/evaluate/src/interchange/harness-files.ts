import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '@understudy/core';

/** The files that the reference harness left of one run. */
export interface HarnessFiles {
  readonly resultsFile: string;
  /** Task name → its samples. Empty unless the run was made with `--log_samples`. */
  readonly samplesFiles: ReadonlyMap<string, string>;
}

/** `results_2026-11-25T19-11-35.170718.json`, or any stem where `--output_path` named a file. */
const RESULTS_FILE = /^(?<stem>.+)_(?<date>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:\.\d+)?)\.json$/;
const SAMPLES_FILE = /^samples_(?<task>.+)_(?<date>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:\.\d+)?)\.jsonl$/;

/**
 * Finds the newest results in a folder, or in the folders of models inside it, and the samples of the same date.
 * @param path a folder, or a results file itself
 * @throws UserError `import-nothing-found`
 */
export async function findHarnessFiles(path: string): Promise<HarnessFiles> {
  const candidates = await resultsFiles(path);
  const newest = candidates.sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1))[0];
  if (newest === undefined) throw nothingFound(path);
  const folder = dirname(newest);
  const names = (await readdir(folder)).flatMap((name) => {
    const { task, date } = SAMPLES_FILE.exec(name)?.groups ?? {};
    return task !== undefined && date === dateOf(newest) ? [[task, join(folder, name)] as const] : [];
  });
  return { resultsFile: newest, samplesFiles: new Map(names) };
}

async function resultsFiles(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => undefined,
  );
  if (isFolder === undefined) throw nothingFound(path);
  if (!isFolder) return RESULTS_FILE.test(basename(path)) ? [path] : [];
  const entries = await readdir(path, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(path, entry.name));
  const deeper = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  return [...entries.map((entry) => join(path, entry.name)), ...deeper.flat()].filter((file) =>
    RESULTS_FILE.test(basename(file)),
  );
}

function dateOf(resultsFile: string): string {
  return RESULTS_FILE.exec(basename(resultsFile))?.groups?.['date'] ?? '';
}

function nothingFound(path: string): UserError {
  return new UserError({
    code: 'import-nothing-found',
    message: `There are no results of lm-evaluation-harness in ${path}: no file results_<date>.json.`,
    hint: 'Give the folder that was its --output_path, or the results file itself.',
    values: { path },
  });
}
