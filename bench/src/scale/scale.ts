import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textTable } from '../text-table.js';
import { measureInProcess } from './measured-process.js';
import type { MemoryStep } from './memory-log.js';
import { mirrorFolder } from './mirror-folder.js';

// Program: `scale.js [--samples N] [--limit N] [--model SPEC] [--json]` measures the memory of the main process.

/** What the main process may take, in bytes. */
const LIMIT_BYTES = 1e9;
const SAMPLES = 1_000_000;

const { values } = parseArgs({
  options: {
    samples: { type: 'string', default: String(SAMPLES) },
    limit: { type: 'string' },
    model: { type: 'string', default: 'smollm2-135m-instruct' },
    export: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
const count = (value: number): string => value.toLocaleString('en');

function memoryTable(title: string, steps: readonly MemoryStep[]): string {
  const rows = steps.map(({ step, seconds, cpuSeconds, residentBytes, peakBytes }) => [
    step,
    seconds.toFixed(1),
    cpuSeconds.toFixed(1),
    megabytes(residentBytes),
    megabytes(peakBytes),
  ]);
  return textTable({ head: [title, 'seconds', 'CPU s', 'RSS MB', 'peak MB'], rows, right: [1, 2, 3, 4] });
}

const folder = mkdtempSync(join(tmpdir(), 'understudy-scale-'));
try {
  const database = (name: string): string => join(folder, name);
  const plan = await measureInProcess('planMmlu', {
    model: values.model,
    datasets: mirrorFolder(),
    database: database('mmlu.db'),
    limit: values.limit === undefined ? undefined : Number(values.limit),
  });
  const samples = await measureInProcess('storeSamples', {
    samples: Number(values.samples),
    database: database('samples.db'),
    exportTo: values.export ? join(folder, 'export') : undefined,
  });
  const databaseBytes = statSync(database('samples.db')).size;
  const peakBytes = Math.max(...[...plan.memory, ...samples.memory].map((step) => step.peakBytes));
  const isWithin = peakBytes < LIMIT_BYTES && samples.reported === samples.samples;
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ plan, samples: { ...samples, databaseBytes }, peakBytes, isWithin })}\n`);
  } else {
    process.stdout.write(
      [
        `mmlu 5-shot: ${count(plan.documents)} documents, ${count(plan.requests)} requests (equal ones once), ${count(plan.tokens)} tokens`,
        memoryTable('main process after', plan.memory),
        '',
        `${count(samples.samples)} synthetic samples, ${count(samples.cachedResponses)} cached responses, ` +
          `${(databaseBytes / 1e9).toFixed(2)} GB on disk; reported ${count(samples.reported)}, acc ${samples.accuracy}`,
        memoryTable('main process after', samples.memory),
        '',
        `peak ${megabytes(peakBytes)} MB: ${isWithin ? 'within' : 'NOT within'} ${LIMIT_BYTES / 1e6} MB`,
        '',
      ].join('\n'),
    );
  }
  process.exitCode = isWithin ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
