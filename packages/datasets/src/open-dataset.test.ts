import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dataset } from './dataset.js';
import type { Row } from './features/feature.js';
import { openDataset } from './open-dataset.js';

const CASES = fileURLToPath(new URL('./fixtures/cases', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function readAll(dataset: Dataset, split: string, range = {}) {
  const rows: Row[] = [];
  for await (const row of dataset.rows(split, range)) {
    rows.push(row);
  }
  return rows;
}

const card = (yaml: string) => `---\n${yaml}\n---\n# A data set\n`;

/** Opens the JSON files that `data_files` names. */
const open = (data_files: unknown) => openDataset({ path: 'json', kwargs: { data_files }, baseFolder: folder });

describe('openDataset finds the files', () => {
  it('of the configuration a card lists, with patterns', async () => {
    write({
      'README.md': card(
        'configs:\n- config_name: one\n  data_files:\n  - split: test\n    path: "one/test-*.jsonl"\n- config_name: two\n  data_files: two.csv',
      ),
      'one/test-01.jsonl': '{"a": 2}\n',
      'one/test-00.jsonl': '{"a": 1}\n',
      'two.csv': 'b\n3\n',
    });
    const one = await openDataset({ path: '.', name: 'one', baseFolder: folder });
    expect(one.splits).toEqual(['test']);
    expect(await readAll(one, 'test')).toEqual([{ a: 1 }, { a: 2 }]);
    const two = await openDataset({ path: '.', name: 'two', baseFolder: folder });
    expect(await readAll(two, 'train')).toEqual([{ b: 3 }]);
  });

  it('of the only configuration, or the default one, when none is named', async () => {
    write({ 'README.md': card('configs:\n- config_name: only\n  data_files: a.csv'), 'a.csv': 'a\n1\n' });
    expect((await openDataset({ path: folder })).config).toBe('only');
    write({
      'README.md': card(
        'configs:\n- config_name: x\n  data_files: a.csv\n- config_name: y\n  default: true\n  data_files: a.csv',
      ),
    });
    expect((await openDataset({ path: folder })).config).toBe('y');
  });

  it.each([
    [
      ['data/test-00000-of-00001.csv', 'data/train-00000-of-00002.csv', 'data/train-00001-of-00002.csv'],
      ['train', 'test'],
    ],
    [
      ['dev/a.csv', 'test/a.csv', 'train/a.csv'],
      ['train', 'validation', 'test'],
    ],
    [
      ['my_train.csv', 'validation.csv', 'eval-1.csv'],
      ['train', 'validation', 'test'],
    ],
    [['a.csv', 'b/c.csv'], ['train']],
    [
      ['data/extra-00000-of-00001.csv', 'data/test-00000-of-00001.csv'],
      ['test', 'extra'],
    ],
  ])('by their names where there is no card: %j', async (paths, splits) => {
    write(Object.fromEntries(paths.map((path) => [path, 'a\n1\n'])));
    const dataset = await openDataset({ path: folder });
    expect(dataset.splits).toEqual(splits);
    const counts = await Promise.all(dataset.splits.map((split) => dataset.count(split)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(paths.length);
  });

  it('that data_files names: a path, a list, or a map of splits, relative to the base folder', async () => {
    write({ 'a.jsonl': '{"a": 1}\n', 'b.jsonl': '{"a": 2}\n', 'more/c.jsonl': '{"a": 3}\n' });
    expect(await readAll(await open('a.jsonl'), 'train')).toEqual([{ a: 1 }]);
    expect(await readAll(await open(['b.jsonl', 'a.jsonl']), 'train')).toEqual([{ a: 2 }, { a: 1 }]);
    const split = await open({ test: 'more/*.jsonl', validation: ['a.jsonl', 'b.jsonl'] });
    expect(split.splits).toEqual(['test', 'validation']);
    expect(await readAll(split, 'test')).toEqual([{ a: 3 }]);
  });

  it('on the hub when a folder of that name holds no data', async () => {
    write({ 'drop/drop.yaml': 'task: drop' });
    const request = { path: 'drop', baseFolder: folder, home: folder, offline: true };
    await expect(openDataset(request)).rejects.toMatchObject({ code: 'offline-missing' });
  });

  it('but neither hidden ones nor those of other kinds', async () => {
    write({ '.cache/train.csv': 'a\n1\n', '__pycache__/train.csv': 'a\n1\n', 'train.csv': 'a\n1\n', 'train.png': '' });
    expect(await (await openDataset({ path: folder })).count('train')).toBe(1);
  });
});

describe('openDataset reads', () => {
  it('any range of rows, over files and row groups', async () => {
    write({ 'a.csv': 'a\n0\n1\n2\n', 'b.csv': 'a\n3\n4\n', 'c.csv': 'a\n5\n' });
    const dataset = await openDataset({ path: folder });
    const all = [0, 1, 2, 3, 4, 5].map((a) => ({ a }));
    for (let start = 0; start <= 6; start++) {
      for (let end = start; end <= 7; end++) {
        expect(await readAll(dataset, 'train', { start, end })).toEqual(all.slice(start, end));
      }
    }
    const parquet = await openDataset({ path: 'parquet', dataFiles: join(CASES, 'types-snappy.parquet') });
    expect((await readAll(parquet, 'train', { start: 1, end: 3 })).map((row) => row['string'])).toEqual([null, 'ü\0']);
  });

  it('columns as the card declares them: order, types, and gaps', async () => {
    write({
      'README.md': card(
        'dataset_info:\n  features:\n  - name: label\n    dtype:\n      class_label:\n        names:\n          "0": no\n          "1": "yes"\n  - name: text\n    dtype: string\n  - name: score\n    dtype: float64\n  - name: gap\n    sequence: string\nconfigs:\n- config_name: default\n  data_files: a.jsonl',
      ),
      'a.jsonl': '{"text": 5, "score": 1, "label": "yes"}\n',
    });
    const dataset = await openDataset({ path: folder });
    expect((await dataset.columns('train')).map((column) => column.name)).toEqual(['label', 'text', 'score', 'gap']);
    expect(await readAll(dataset, 'train')).toEqual([{ label: 1, text: '5', score: 1, gap: null }]);
  });

  it('the field of a JSON object that holds the rows', async () => {
    write({ 'a.json': '{"version": 1, "data": [{"a": 1}, {"a": 2}]}' });
    const dataset = await openDataset({
      path: 'json',
      kwargs: { data_files: 'a.json', field: 'data' },
      baseFolder: folder,
    });
    expect(await readAll(dataset, 'train')).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('files without a header, with other separators', async () => {
    write({ 'a.csv': '1;x\n' });
    const kwargs = { data_files: 'a.csv', sep: ';', column_names: ['n', 't'] };
    expect(await readAll(await openDataset({ path: 'csv', kwargs, baseFolder: folder }), 'train')).toEqual([
      { n: 1, t: 'x' },
    ]);
  });
});

describe('openDataset says what is wrong', () => {
  it('with a configuration or split that is not there, and names those that are', async () => {
    write({
      'README.md': card('configs:\n- config_name: a\n  data_files: a.csv\n- config_name: b\n  data_files: a.csv'),
      'a.csv': 'a\n1\n',
    });
    await expect(openDataset({ path: folder, name: 'c' })).rejects.toMatchObject({
      code: 'dataset-config',
      hint: expect.stringContaining('a, b'),
    });
    await expect(openDataset({ path: folder })).rejects.toMatchObject({ code: 'dataset-config' });
    const dataset = await openDataset({ path: folder, name: 'a' });
    await expect(dataset.count('test')).rejects.toMatchObject({ code: 'dataset-split', hint: 'It has: train.' });
  });

  it('with a card, kwargs or paths that cannot be used', async () => {
    write({ 'README.md': card('configs:\n- data_files: 5'), 'a.csv': 'a\n1\n' });
    await expect(openDataset({ path: folder })).rejects.toMatchObject({ code: 'dataset-card' });
    await expect(openDataset({ path: folder, kwargs: { data_filez: 'x' } })).rejects.toMatchObject({
      code: 'dataset-kwargs',
      message: expect.stringContaining('data_filez'),
    });
    await expect(openDataset({ path: 'json', dataFiles: 'nothing.jsonl', baseFolder: folder })).rejects.toMatchObject({
      code: 'data-file-missing',
    });
  });

  it('with a repository that needs a Python script', async () => {
    write({ 'my_dataset.py': 'class MyDataset: pass' });
    await expect(openDataset({ path: folder })).rejects.toMatchObject({ code: 'dataset-empty' });
  });

  it.each([
    ['a.jsonl', '{"a": 1}\n{"a": \n', 'json-malformed', ':2'],
    ['a.jsonl', '{"a": 1}\n[1]\n', 'json-malformed', ':2'],
    ['a.json', '[{"a": 1}, {"a"', 'json-malformed', 'a.json'],
    ['a.json', '[1, {"a": 1}]', 'json-malformed', 'not a list of rows'],
    ['a.csv', 'a,b\n1,2\n1,2,3\n', 'csv-malformed', ':3'],
    ['a.csv', 'a,b\n"1,2\n', 'csv-malformed', 'a.csv'],
    ['a.csv', '', 'csv-malformed', 'empty'],
    ['a.parquet', 'not parquet at all', 'parquet-malformed', 'a.parquet'],
    ['a.parquet', '', 'parquet-malformed', 'a.parquet'],
    ['a.jsonl.gz', 'not gzip', 'json-malformed', 'a.jsonl.gz'],
  ])('with %s that holds %j', async (name, text, code, place) => {
    write({ [name]: text });
    const dataset = await openDataset({ path: folder });
    await expect(readAll(dataset, 'train')).rejects.toMatchObject({
      party: 'data',
      code,
      message: expect.stringContaining(place),
    });
  });

  it.each([8, 1_000, 5_000])('with a parquet file that lost its last %i bytes', async (lost) => {
    const path = join(folder, 'a.parquet');
    const bytes = readFileSync(join(CASES, 'types-none.parquet'));
    writeFileSync(path, bytes);
    truncateSync(path, bytes.byteLength - lost);
    const dataset = await openDataset({ path: folder });
    await expect(readAll(dataset, 'train')).rejects.toMatchObject({ code: 'parquet-malformed' });
  });

  it('with a parquet file whose pages are damaged', async () => {
    const bytes = readFileSync(join(CASES, 'types-zstd.parquet'));
    writeFileSync(join(folder, 'a.parquet'), bytes.fill(0xff, 100, 900));
    const dataset = await openDataset({ path: folder });
    await expect(readAll(dataset, 'train')).rejects.toMatchObject({ code: 'parquet-malformed' });
  });

  it('with rows whose columns are not those of the rows before', async () => {
    write({ 'a/1.jsonl': '{"a": 1}\n', 'a/2.jsonl': '{"b": 1}\n' });
    const dataset = await openDataset({ path: folder });
    await expect(readAll(dataset, 'train')).rejects.toMatchObject({
      code: 'columns-differ',
      message: expect.stringMatching(/2\.jsonl:1.*"b"/s),
    });
  });
});
