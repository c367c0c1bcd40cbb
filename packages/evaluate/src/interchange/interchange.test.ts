import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore, type Store } from '@understudy/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRun } from './export-run.js';
import { importRun } from './import-run.js';

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-export-'));
  store = await openStore({ path: ':memory:' });
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

/** The text of the fixture's file whose name begins so, whatever its date. */
function fixture(name: string, beginning: string): string {
  const files = readdirSync(join(FIXTURES, name), { recursive: true, encoding: 'utf8' });
  return readFileSync(join(FIXTURES, name, files.find((file) => basename(file).startsWith(beginning)) ?? ''), 'utf8');
}

/** A top-level member of an indented JSON file, as written. */
function block(text: string, key: string): string {
  const start = text.indexOf(`\n  "${key}": `);
  return text.slice(start, text.indexOf('\n  "', start + 3));
}

const COMPUTED = 'results groups group_subtasks configs versions n-shot higher_is_better n-samples task_hashes'.split(
  ' ',
);

describe.each(['arc_easy', 'groups', 'gsm8k'])('the reference harness’s files of %s', (name) => {
  it('come out of the store as they went in: samples byte for byte, and everything that is computed from them', async () => {
    const { run } = await importRun(store, join(FIXTURES, name));
    const exported = await exportRun(store, { runId: run.id, outputPath: folder, samples: true });
    const results = readFileSync(exported.resultsFile, 'utf8');
    const reference = fixture(name, 'results_');
    for (const key of COMPUTED) expect(block(results, key)).toBe(block(reference, key));
    expect(exported.samplesFiles.length).toBeGreaterThan(0);
    for (const file of exported.samplesFiles) {
      const beginning = basename(file).replace(/\d{4}-.*/, '');
      expect(readFileSync(file, 'utf8')).toBe(fixture(name, beginning));
    }
  });
});

it.each(['arc_easy', 'groups'])(
  'the results file has the harness’s keys in its order, and ours last (%s)',
  async (name) => {
    const { run } = await importRun(store, join(FIXTURES, name));
    const { resultsFile } = await exportRun(store, { runId: run.id, outputPath: folder, samples: false });
    const keys = Object.keys(JSON.parse(readFileSync(resultsFile, 'utf8')) as object);
    expect(keys).toEqual([...Object.keys(JSON.parse(fixture(name, 'results_')) as object), 'understudy']);
  },
);

describe('exportRun', () => {
  it('names files and folder as the harness does, and leaves nothing half written', async () => {
    const { run } = await importRun(store, join(FIXTURES, 'arc_easy'));
    const date = new Date(2026, 10, 25, 19, 11, 35, 170);
    await exportRun(store, { runId: run.id, outputPath: folder, samples: true, date });
    await exportRun(store, { runId: run.id, outputPath: join(folder, 'mine.json'), samples: true, date });
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
      'mine_2026-11-25T19-11-35.170000.json',
      'models__SmolLM2-135M-Instruct.Q4_1',
      'models__SmolLM2-135M-Instruct.Q4_1/results_2026-11-25T19-11-35.170000.json',
      'models__SmolLM2-135M-Instruct.Q4_1/samples_arc_easy_2026-11-25T19-11-35.170000.jsonl',
      'samples_arc_easy_2026-11-25T19-11-35.170000.jsonl',
    ]);
  });

  it('says when the folder cannot be written', async () => {
    const { run } = await importRun(store, join(FIXTURES, 'arc_easy'));
    writeFileSync(join(folder, 'file'), '');
    const options = { runId: run.id, outputPath: join(folder, 'file', 'inside'), samples: true };
    await expect(exportRun(store, options)).rejects.toMatchObject({ party: 'user', code: 'export-failed' });
  });
});

describe('importRun', () => {
  it('tells model, settings, date and duration', async () => {
    const { run } = await importRun(store, join(FIXTURES, 'arc_easy'));
    expect(run).toMatchObject({
      status: 'finished',
      source: 'lm-eval',
      model: 'models/SmolLM2-135M-Instruct.Q4_1',
      version: '0.4.12',
      engine: { engine: 'hf', compute: 'torch.float32', contextLength: 8192, parameters: 134_515_008 },
      settings: { limit: 3, seeds: { random: 0, fewshot: 1234 } },
      seed: 1234,
    });
    expect(new Date(run.createdAt).toISOString().slice(0, 10)).toBe('2026-11-25');
    expect(run.sessions[0]?.elapsedMs).toBeCloseTo(42_165.6, 0);
  });

  it('reads a file once, however often it is given', async () => {
    const first = await importRun(store, join(FIXTURES, 'arc_easy'));
    const again = await importRun(store, join(FIXTURES, 'arc_easy', 'models__SmolLM2-135M-Instruct.Q4_1'));
    expect([first.isNew, again.isNew]).toEqual([true, false]);
    expect(again.run).toEqual(first.run);
    const { documentsExpected: expected } = (await store.listTasks(first.run.id))[0]!;
    expect((await store.progressOf(first.run.id)).tasks).toMatchObject([{ stored: expected, failed: 0 }]);
    expect(await store.results()).toMatchObject([{ runId: first.run.id, scored: expected }]);
  });

  it('names file and line of what is malformed or not the harness’s, and can be given again once it is mended', async () => {
    const copy = join(folder, 'copy');
    cpSync(join(FIXTURES, 'arc_easy'), copy, { recursive: true });
    const files = readdirSync(copy, { recursive: true, encoding: 'utf8' });
    const samples = join(copy, files.find((file) => file.endsWith('.jsonl')) ?? '');
    const text = readFileSync(samples, 'utf8');
    writeFileSync(samples, text.slice(0, -100));
    await expect(importRun(store, copy)).rejects.toMatchObject({
      party: 'data',
      code: 'harness-file-malformed',
      message: expect.stringContaining(`${samples}, line 3`),
    });
    writeFileSync(samples, text.replace('"doc_id": 1', '"doc_id": "one"'));
    await expect(importRun(store, copy)).rejects.toMatchObject({
      code: 'harness-file-unexpected',
      message: expect.stringMatching(/line 2[^]*doc_id/),
    });
    expect(await store.listRuns()).toEqual([]);
    writeFileSync(samples, text);
    const { run } = await importRun(store, copy);
    expect(await store.countSamples(run.id)).toEqual(new Map([['arc_easy', { stored: 3, failed: 0 }]]));
  });

  it('says what is missing', async () => {
    await expect(importRun(store, folder)).rejects.toMatchObject({ party: 'user', code: 'import-nothing-found' });
    await expect(importRun(store, join(folder, 'absent'))).rejects.toMatchObject({ code: 'import-nothing-found' });
  });
});
