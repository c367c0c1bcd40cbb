import { parseArgs } from 'node:util';
import { textTable } from '../text-table.js';
import type { CliResult } from './cli-process.js';
import { diskFaults } from './disk-faults.js';
import type { Fault } from './fault.js';
import { hubFaults } from './hub-faults.js';
import { modelFaults } from './model-faults.js';
import { processFaults } from './process-faults.js';
import { Scene } from './scene.js';
import { serverFaults } from './server-faults.js';
import { taskFaults } from './task-faults.js';

// Program: `faults.js [--only TEXT] [--json]` shows faults to the real command and prints what the user sees and what is kept.

const FAULTS: readonly Fault[] = [
  ...modelFaults,
  ...taskFaults,
  ...hubFaults,
  ...diskFaults,
  ...processFaults,
  ...serverFaults,
];

/** Longer messages (with native log lines) are shown by their first two lines and their last. */
const SHOWN_LINES = 4;

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
});

/** One row of the table. */
interface Row {
  readonly fault: string;
  readonly exit: string;
  readonly seconds: number | undefined;
  readonly seen: string;
  readonly kept: string;
  readonly wrong: readonly string[];
}

/** What the user sees in the end: the message, without the progress before it and without the scene's own folder. */
function seenText({ stderr, stdout }: CliResult, folder: string): string {
  const lines = (stderr + stdout).trim().split('\n');
  const start = lines.findIndex((line) => /^(error: |Stopped)/.test(line));
  const message = start < 0 ? [] : lines.slice(start);
  const shown = message.length <= SHOWN_LINES ? message : [...message.slice(0, 2), '…', ...message.slice(-1)];
  return shown.map((line) => line.replaceAll(`${folder}/`, '').slice(0, 400)).join('\n');
}

async function show({ name, obstacle, show: present }: Fault): Promise<Row> {
  const reason = obstacle?.();
  if (reason !== undefined) {
    return { fault: name, exit: '', seconds: undefined, seen: `skipped: ${reason}`, kept: '', wrong: [] };
  }
  using scene = new Scene();
  const { result, kept, wrong } = await present(scene);
  const exit = result.signal ?? String(result.code);
  return { fault: name, exit, seconds: result.seconds, seen: seenText(result, scene.folder), kept, wrong };
}

function cells({ fault, exit, seconds, seen, kept, wrong }: Row): readonly string[] {
  const verdict = wrong.map((text) => `WRONG: ${text}`);
  return [fault, exit, seconds?.toFixed(0) ?? '', seen, [kept, ...verdict].join('\n')];
}

const rows: Row[] = [];
for (const fault of FAULTS.filter(({ name }) => name.includes(values.only))) {
  process.stderr.write(`${fault.name} …\n`);
  rows.push(await show(fault));
}
const isWell = rows.every(({ wrong }) => wrong.length === 0);
if (values.json) {
  process.stdout.write(`${JSON.stringify({ rows, isWell })}\n`);
} else {
  const table = textTable({
    head: ['fault', 'exit', 's', 'what the user sees', 'what is kept'],
    rows: rows.flatMap((row) => [cells(row), ['']]),
    maxWidths: [26, 8, undefined, 78, 44],
    right: [2],
  });
  process.stdout.write(`${table}\n${isWell ? 'All as it should be.' : 'NOT all as it should be.'}\n`);
}
process.exitCode = isWell ? 0 : 1;
