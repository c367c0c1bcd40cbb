import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { exportRun } from '@understudy/evaluate';
import { openStore } from '@understudy/store';
import type { BuiltDatabase } from './build-database.js';

/** What it takes to find the same rows in the reference harness's file, as one would without a database. */
export interface ScannedLines {
  readonly bytes: number;
  readonly lines: number;
  /** Until the first 50 rows by margin are known: reading and parsing each line, sorting. */
  readonly seconds: number;
  /** Those rows. */
  readonly first: readonly number[];
}

const ROWS = 50;

/** Exports the first run as `samples_*.jsonl`, once, and finds its 50 rows with the least margin in it. */
export async function scanLines(database: BuiltDatabase): Promise<ScannedLines> {
  const file = await exportedFile(database);
  const start = performance.now();
  const margins: { readonly document: number; readonly margin: number }[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    // The harness's format: each response is a list of log-likelihood and greedy flag.
    const sample = JSON.parse(line) as { readonly doc_id: number; readonly filtered_resps: readonly [string][] };
    const [best = Number.NaN, second = Number.NaN] = sample.filtered_resps
      .map(([value]) => Number(value))
      .sort((a, b) => b - a);
    margins.push({ document: sample.doc_id, margin: best - second });
  }
  const first = margins.toSorted((a, b) => a.margin - b.margin).slice(0, ROWS);
  const seconds = (performance.now() - start) / 1000;
  return { bytes: statSync(file).size, lines: margins.length, seconds, first: first.map(({ document }) => document) };
}

async function exportedFile({ path, runIds }: BuiltDatabase): Promise<string> {
  const folder = `${path}-export`;
  if (!existsSync(folder)) {
    const part = `${folder}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    await using store = await openStore({ path });
    await exportRun(store, { runId: runIds[0], outputPath: part, samples: true, bootstrapIterations: 0 });
    renameSync(part, folder);
  }
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return join(folder, names.find((name) => basename(name).startsWith('samples_')) ?? '');
}
