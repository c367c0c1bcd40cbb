/**
 * Takes the rows of the built-in quick suite from the data hub: `node packages/tasks/scripts/make-quick-suite.mjs`
 * (after `npm run build`; HF_ENDPOINT names another hub or a mirror). It writes library/quick/<task>/<split>.jsonl and
 * library/quick/rows.json, the places of the rows in their splits.
 *
 * The rows are drawn with seed 1234 from the leading part of each split that the mirror of this project's tests has, so that hub
 * and mirror give the same ones; they keep the order and the columns of the split, so that prompts and document hashes
 * are those of the full task.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { openDataset } from '@understudy/datasets';
import { PythonRandom } from '../dist/python/python-random.js';
import { pythonJson } from '../dist/python/python-json.js';

const FOLDER = fileURLToPath(new URL('../library/quick/', import.meta.url));
const SEED = 1234;

/** Subjects of MMLU with short questions, two of each group. */
const SUBJECTS = [
  ['computer_security', 100],
  ['high_school_biology', 310],
  ['clinical_knowledge', 265],
  ['marketing', 194],
  ['high_school_geography', 198],
  ['sociology', 201],
  ['philosophy', 271],
  ['world_religions', 171],
];

/** @type {{ task: string, path: string, name?: string, split: string, population: number, rows: number }[]} */
const SLICES = [
  { task: 'hellaswag', path: 'Rowan/hellaswag', split: 'validation', population: 3043, rows: 100 },
  { task: 'piqa', path: 'baber/piqa', split: 'validation', population: 1638, rows: 60 },
  {
    task: 'winogrande',
    path: 'allenai/winogrande',
    name: 'winogrande_xl',
    split: 'validation',
    population: 1067,
    rows: 60,
  },
  { task: 'arc_easy', path: 'allenai/ai2_arc', name: 'ARC-Easy', split: 'test', population: 2176, rows: 60 },
  { task: 'arc_challenge', path: 'allenai/ai2_arc', name: 'ARC-Challenge', split: 'test', population: 972, rows: 60 },
  { task: 'boolq', path: 'aps/super_glue', name: 'boolq', split: 'validation', population: 3070, rows: 50 },
  { task: 'gsm8k_cot', path: 'openai/gsm8k', name: 'main', split: 'test', population: 1119, rows: 12 },
  {
    task: 'truthfulqa_mc1',
    path: 'truthfulqa/truthful_qa',
    name: 'multiple_choice',
    split: 'validation',
    population: 617,
    rows: 60,
  },
  ...SUBJECTS.flatMap(([subject, population]) => [
    { task: `mmlu_${subject}`, path: 'cais/mmlu', name: subject, split: 'test', population, rows: 12 },
    { task: `mmlu_${subject}`, path: 'cais/mmlu', name: subject, split: 'dev', population: 5, rows: 5 },
  ]),
];

/** @type {Record<string, number[]>} */
const places = {};
for (const slice of SLICES) {
  const drawn = new PythonRandom(SEED).sampleIndices(slice.population, slice.rows).sort((a, b) => a - b);
  const dataset = await openDataset({ path: slice.path, name: slice.name });
  const columns = await dataset.columns(slice.split);
  const lines = [];
  let place = 0;
  for await (const row of dataset.rows(slice.split, { start: 0, end: slice.population })) {
    if (drawn.includes(place)) lines.push(JSON.stringify(row));
    place++;
  }
  if (lines.length !== slice.rows) throw new Error(`${slice.path}: ${lines.length} rows instead of ${slice.rows}`);
  const file = path.join(FOLDER, slice.task, `${slice.split}.jsonl`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${lines.join('\n')}\n`);
  places[`${slice.task}/${slice.split}`] = drawn;
  process.stdout.write(
    `${slice.task} ${slice.split}: ${slice.rows} of ${slice.population} rows, ${columns.map(({ name }) => name).join(', ')}\n`,
  );
}
const listed = Object.entries(places).map(([name, indices]) => `  ${JSON.stringify(name)}: ${pythonJson(indices)}`);
await writeFile(path.join(FOLDER, 'rows.json'), `{\n${listed.join(',\n')}\n}\n`);
