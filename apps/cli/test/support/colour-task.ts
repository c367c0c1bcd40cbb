import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TASK = `
task: colours
dataset_path: json
dataset_kwargs: {data_files: {test: colours.jsonl}}
test_split: test
output_type: multiple_choice
doc_to_text: "Question: {{question}}\\nAnswer:"
doc_to_choice: "{{choices}}"
doc_to_target: "{{answer}}"
metric_list: [{metric: acc}, {metric: acc_norm}]
metadata: {version: 1.0, measures: names of colours}
`;

const CHOICES = ['red', 'green', 'blue', 'yellow'];
const THINGS = ['blood', 'grass', 'the sky', 'a lemon', 'a tomato', 'a leaf', 'the sea', 'the sun'];

/** Writes a small multiple-choice task with rows of its own into a folder, and gives the folder for `--include_path`. */
export function writeColourTask(parent: string, rows: number): string {
  const folder = join(parent, `colours-${rows}`);
  mkdirSync(folder, { recursive: true });
  const documents = Array.from({ length: rows }, (_, row) => ({
    question: `In picture ${row} ${THINGS[row % THINGS.length]} is shown. Which colour is it?`,
    choices: CHOICES,
    answer: row % CHOICES.length,
  }));
  writeFileSync(join(folder, 'colours.jsonl'), documents.map((document) => JSON.stringify(document)).join('\n'));
  writeFileSync(join(folder, 'colours.yaml'), TASK);
  return folder;
}
