import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A task that both harnesses read, in a folder of its own. */
export interface BenchTask {
  readonly name: string;
  readonly folder: string;
}

const NAME = 'remote_bench';

/** One generation a document; the prompt has some 600 characters, as a question with a paragraph. */
const question = (row: number): string =>
  `Item ${row}: ${'A shop sells pears in boxes of eight and apples in boxes of twelve. '.repeat(8)}How many fruits are in ${row % 97} boxes?`;

/** Writes the task with as many rows. */
export function writeBenchTask(folder: string, rows: number): BenchTask {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'rows.jsonl');
  const lines = Array.from({ length: rows }, (_, row) =>
    JSON.stringify({ question: question(row), answer: 'The answer is 8.' }),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  const yaml = [
    `task: ${NAME}`,
    'dataset_path: json',
    `dataset_kwargs: {data_files: {test: ${JSON.stringify(file)}}}`,
    'test_split: test',
    'output_type: generate_until',
    'doc_to_text: "Q: {{question}}\\nA:"',
    'doc_to_target: "{{answer}}"',
    'generation_kwargs: {until: ["\\n"], max_gen_toks: 16}',
    'metric_list: [{metric: exact_match}]',
    'metadata: {version: 1.0}',
  ];
  writeFileSync(join(folder, `${NAME}.yaml`), `${yaml.join('\n')}\n`);
  return { name: NAME, folder };
}
