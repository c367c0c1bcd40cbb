import { gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDataset } from '../open-dataset.js';
import { pythonJson } from '../testing/python-json.js';

interface Case {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
const CASES: readonly Case[] = JSON.parse(readFileSync(join(FIXTURES, 'cases.json'), 'utf8'));
const LOADERS: Readonly<Record<string, string>> = {
  jsonl: 'json',
  json: 'json',
  csv: 'csv',
  tsv: 'csv',
  parquet: 'parquet',
};

async function readAll(path: string) {
  const loader = LOADERS[path.replace(/\.gz$/, '').split('.').at(-1) ?? ''] ?? '';
  const dataset = await openDataset({ path: loader, dataFiles: path });
  const columns = await dataset.columns('train');
  const rows = [];
  for await (const row of dataset.rows('train')) {
    rows.push(pythonJson(row, columns));
  }
  return { names: columns.map((column) => column.name), rows, count: await dataset.count('train') };
}

describe('small files are read as Python reads them (fixtures/record_cases.py)', () => {
  it.each(CASES)('$file', async ({ file, columns, rows }) => {
    const read = await readAll(join(FIXTURES, 'cases', file));
    expect(read.names).toEqual(columns);
    expect(read.rows).toEqual(rows);
    expect(read.count).toBe(rows.length);
  });

  it.each(['structs.jsonl', 'list-of-objects.json', 'quotes.csv'])('%s, compressed', async (file) => {
    const folder = mkdtempSync(join(tmpdir(), 'understudy-'));
    const path = join(folder, `${file}.gz`);
    writeFileSync(path, gzipSync(readFileSync(join(FIXTURES, 'cases', file))));
    const { rows } = await readAll(path);
    rmSync(folder, { recursive: true });
    expect(rows).toEqual(CASES.find((candidate) => candidate.file === file)?.rows);
  });
});
