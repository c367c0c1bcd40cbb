import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importRun } from '@understudy/evaluate';
import { openStore, type Run, type RunTask } from '@understudy/store';
import { afterAll, expect, it } from 'vitest';
import { openLibraryTask } from '../testing/open-library-task.js';
import { comparableConfig } from './comparable-config.js';
import { runConditions } from './run-conditions.js';

/** Files that the reference harness wrote; see their README. */
const FIXTURES = fileURLToPath(new URL('../../../evaluate/src/interchange/fixtures', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'understudy-imported-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The imported run of a fixture, one of its tasks, and the documents of it. */
async function imported(fixture: string, task: string): Promise<{ run: Run; task: RunTask; rowsFile: string }> {
  await using store = await openStore({ path: ':memory:' });
  const { run } = await importRun(store, join(FIXTURES, fixture));
  const found = (await store.listTasks(run.id)).find((one) => one.task === task);
  if (found === undefined) throw new Error(`${fixture} has no task ${task}`);
  const [samples = ''] = readdirSync(join(FIXTURES, fixture), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.includes(`samples_${task}_`),
  );
  const lines = readFileSync(join(FIXTURES, fixture, samples), 'utf8')
    .trim()
    .split('\n');
  const rowsFile = join(folder, `${task}.jsonl`);
  writeFileSync(rowsFile, lines.map((line) => JSON.stringify((JSON.parse(line) as { doc: unknown }).doc)).join('\n'));
  return { run, task: found, rowsFile };
}

it.each([
  ['arc_easy', 'arc_easy', 'acc_norm', 'none'],
  ['groups', 'mmlu_anatomy', 'acc', 'none'],
  ['groups', 'winogrande', 'acc', 'none'],
  ['gsm8k', 'gsm8k', 'exact_match', 'strict-match'],
  ['gsm8k', 'gsm8k', 'exact_match', 'flexible-extract'],
])('%s of the reference harness, task %s, is asked as ours: %s,%s', async (fixture, name, metric, filter) => {
  const { task, rowsFile } = await imported(fixture, name);
  const own = await openLibraryTask(name, rowsFile);
  expect(String(own.version)).toBe(String(Number(task.version)));
  for (const numFewshot of [0, 5]) {
    const part = { metric, filter, numFewshot };
    const theirs: unknown = JSON.parse(JSON.stringify(comparableConfig(task.config, part)));
    expect(JSON.parse(JSON.stringify(comparableConfig(own.configForReport(), part)))).toEqual(theirs);
  }
});

it('a run of the reference harness is under the same conditions as ours', async () => {
  const { run } = await imported('arc_easy', 'arc_easy');
  const own: Run = {
    ...run,
    source: 'understudy',
    settings: {
      limit: 3,
      applyChatTemplate: false,
      seeds: { random: 0, numpy: 1234, torch: 1234, fewshot: 1234 },
      predictOnly: false,
    },
  };
  const { samplingSeeds: _theirs, key: _theirKey, ...theirs } = runConditions(run);
  const { samplingSeeds: _ours, key: _ourKey, ...ours } = runConditions(own);
  expect(ours).toEqual(theirs);
});
