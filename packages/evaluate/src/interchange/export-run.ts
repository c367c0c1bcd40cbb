import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { UserError } from '@understudy/core';
import type { Store } from '@understudy/store';
import { reportRun, type ReportRunOptions } from '../report/report-run.js';
import { sanitizeModelName } from '../report/results-config.js';
import { toResults } from '../report/results-object.js';
import type { RunReader } from '../report/run-reader.js';
import type { RunReport } from '../report/run-report.js';
import { LineFile } from './line-file.js';
import { resultsJson } from './results-json.js';
import { sampleLines } from './sample-lines.js';

/** Where and what to export. */
export interface ExportRunOptions extends ReportRunOptions {
  readonly runId: string;
  /** A folder, in which the model gets one of its own; or a path that ends in `.json`, beside which the samples go. */
  readonly outputPath: string;
  /** Write the samples too (`--log_samples`). */
  readonly samples: boolean;
  /** Stands in the files' names; defaults to now. */
  readonly date?: Date | undefined;
}

/** The files that were written. */
export interface ExportedRun {
  readonly resultsFile: string;
  readonly samplesFiles: readonly string[];
  readonly report: RunReport;
}

/**
 * Writes a run as the files of the reference harness (lm-evaluation-harness 0.4.12): `results_<date>.json` and, if wished,
 * `samples_<task>_<date>.jsonl`. Failed samples are left out: its format has no place for them. Files appear whole or not at all.
 * @throws UserError `export-failed`
 */
export async function exportRun(store: Store, options: ExportRunOptions): Promise<ExportedRun> {
  const { runId, outputPath, date = new Date() } = options;
  const report = await reportRun(store, runId, options);
  const target = targetOf(outputPath, sanitizeModelName(report.run.model), fileDate(date));
  try {
    await mkdir(target.folder, { recursive: true });
    const samples = options.samples ? await writeSamples(store, report, target) : [];
    const hashes = Object.fromEntries(samples.map(({ task, hash }) => [task, hash]));
    await writeWhole(target.resultsFile, resultsJson({ ...toResults(report), task_hashes: hashes }));
    return { resultsFile: target.resultsFile, samplesFiles: samples.map(({ file }) => file), report };
  } catch (error) {
    throw UserError.isInstance(error) ? error : exportFailed(outputPath, error);
  }
}

interface Target {
  readonly folder: string;
  readonly resultsFile: string;
  readonly date: string;
}

function targetOf(outputPath: string, model: string, date: string): Target {
  const { ext, name } = parse(outputPath);
  if (ext === '.json') {
    const folder = dirname(outputPath);
    return { folder, resultsFile: join(folder, `${name}_${date}.json`), date };
  }
  const folder = join(outputPath, model);
  return { folder, resultsFile: join(folder, `results_${date}.json`), date };
}

/** Python's `datetime.isoformat()` in local time, colons replaced: `2026-11-25T19-11-35.170718`. */
function fileDate(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return `${local.toISOString().slice(0, -1).replaceAll(':', '-')}000`;
}

interface WrittenSamples {
  readonly task: string;
  readonly file: string;
  /** SHA-256 over the hashes of document, prompt and target of all lines. */
  readonly hash: string;
}

async function writeSamples(store: Store, report: RunReport, target: Target): Promise<readonly WrittenSamples[]> {
  const written: WrittenSamples[] = [];
  for (const { name } of report.tasks) {
    const file = join(target.folder, `samples_${name}_${target.date}.jsonl`);
    const hash = await writeTaskSamples(store, { runId: report.run.id, task: name, file });
    written.push({ task: name, file, hash });
  }
  return written;
}

async function writeTaskSamples(
  store: RunReader,
  { runId, task, file }: { readonly runId: string; readonly task: string; readonly file: string },
): Promise<string> {
  const hash = createHash('sha256');
  await using lines = await LineFile.open(file);
  for await (const { line, hashes } of sampleLines(store, { runId, task })) {
    hash.update(hashes.doc + hashes.prompt + hashes.target);
    await lines.write(line);
  }
  await lines.finish();
  return hash.digest('hex');
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}

function exportFailed(outputPath: string, cause: unknown): UserError {
  return new UserError({
    code: 'export-failed',
    message: `Could not write the run's files to ${outputPath}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    hint: 'Check the folder, its rights and the free space. The run itself is kept: `understudy runs export` writes it again.',
    values: { outputPath },
    cause,
  });
}
