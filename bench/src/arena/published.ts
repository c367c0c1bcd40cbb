import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { textTable } from '../text-table.js';
import { ArenaFiles } from './arena-files.js';
import { goldenRows } from './golden-rows.js';
import { llmfaoRows } from './llmfao-rows.js';
import { mtBenchRows } from './mt-bench-rows.js';
import { isReproduced, worstValue, type Precision, type PublishedRow } from './published-row.js';
import { ratingRows } from './rating-rows.js';

// Program: `published.js` computes what others have published of public votes, and prints published, ours and the difference.

const USAGE = `usage: node dist/arena/published.js [options]
Computes what others have published of public votes from these votes, and prints published, ours and the difference. Exit code 1 where a
number is not the published one to its digits. Of a row with a number a model the one that differs most is shown.
  --data FOLDER   the votes and what was published; default: ../shared/arena-data beside the repository, or UNDERSTUDY_ARENA_DATA
  --all           print every number
  --json          print one JSON object
`;

const BESIDE = fileURLToPath(new URL('../../../../shared/arena-data', import.meta.url));

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

function digits(value: number, precision: Precision): string {
  return 'relative' in precision ? String(value) : value.toFixed(precision.decimals);
}

/** Our number has two digits more than the published one, so that one sees how near it is. */
function ourDigits(value: number, precision: Precision): string {
  if ('relative' in precision) return String(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(precision.decimals + 2);
}

function tableRows(row: PublishedRow): readonly (readonly string[])[] {
  const worst = worstValue(row);
  const shown = options.all ? row.values : worst === undefined ? [] : [worst];
  const others = options.all || row.values.length < 2 ? '' : `, worst of ${row.values.length}`;
  return shown.map((value) => [
    row.data,
    value.of === '' ? row.what : `${row.what} (${value.of}${others})`,
    row.authority,
    digits(value.theirs, row.precision),
    ourDigits(value.ours, row.precision),
    (value.ours - value.theirs).toExponential(1),
    isReproduced({ ...row, values: [value] }) ? 'same' : 'DIFFERS',
  ]);
}

async function main(): Promise<number> {
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const folder = resolve(options.data ?? (process.env['UNDERSTUDY_ARENA_DATA'] || BESIDE));
  if (!existsSync(folder)) {
    process.stderr.write(`There is no folder ${folder} with the votes; give it with --data FOLDER.\n`);
    return 2;
  }
  const files = new ArenaFiles(folder);
  const rows = [
    ...(await mtBenchRows(files)),
    ...(await llmfaoRows(files)),
    ...(await goldenRows(files)),
    ...(await ratingRows(files)),
  ];
  const numbers = rows.reduce((sum, { values }) => sum + values.length, 0);
  const differing = rows.filter((row) => !isReproduced(row));
  if (options.json) {
    const records = rows.map((row) => ({ ...row, reproduced: isReproduced(row) }));
    process.stdout.write(`${JSON.stringify({ rows: records, numbers, differing: differing.length }, undefined, 2)}\n`);
  } else {
    const head = ['data', 'what', 'authority', 'theirs', 'ours', 'difference', ''];
    process.stdout.write(`${textTable({ head, rows: rows.flatMap(tableRows), right: [3, 4, 5] })}\n`);
    const verdict = differing.length === 0 ? 'all are the same to their digits' : `${differing.length} rows differ`;
    process.stdout.write(`${rows.length} rows, ${numbers} numbers: ${verdict}\n`);
  }
  return differing.length === 0 ? 0 : 1;
}

process.exitCode = await main();
