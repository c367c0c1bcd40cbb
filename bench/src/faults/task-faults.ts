import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { mirrorFolder } from '../scale/mirror-folder.js';
import type { Fault } from './fault.js';
import { refusal } from './refusal.js';
import type { Scene } from './scene.js';

const evaluate = (scene: Scene, task: string) => scene.run(['eval', '--model', scene.model(), '--tasks', task]);

/** A task file with some keys changed. */
const changed = (changes: Readonly<Record<string, unknown>>) => (scene: Scene) => evaluate(scene, scene.task(changes));

/** The task with rows of its own. */
const withRows = (name: string, format: 'json' | 'parquet', content: string | Uint8Array) => (scene: Scene) => {
  scene.write(name, content);
  return evaluate(scene, scene.task({ dataset_path: format, dataset_kwargs: { data_files: { test: name } } }));
};

const PARQUET = join('cais', 'mmlu', 'anatomy', 'test-00000-of-00001.parquet');

/** The first half of a real parquet file. */
function halfAParquetFile(): Uint8Array {
  const file = openSync(join(mirrorFolder({}) ?? '', PARQUET), 'r');
  const bytes = Buffer.alloc(4096);
  readSync(file, bytes);
  closeSync(file);
  return bytes;
}

const hasParquet = (): string | undefined =>
  existsSync(join(mirrorFolder({}) ?? '', PARQUET)) ? undefined : 'there is no mirror beside the repository';

/** Tasks and rows that cannot be used. */
export const taskFaults: readonly Fault[] = [
  refusal('malformed task YAML', { message: /broken\.yaml:\d+ failed: it is not valid YAML/ }, (scene) =>
    evaluate(scene, scene.write('broken.yaml', 'task: broken\ndoc_to_text: "{{question}\n')),
  ),
  refusal('unknown value in a task', { message: /colours\.yaml:\d+.*output_type.*multiple_choice/s }, (scene) =>
    evaluate(scene, scene.task({ output_type: 'multiple_choices' })),
  ),
  refusal('missing split', { message: /no split "tset"/ }, changed({ test_split: 'tset' })),
  refusal(
    'missing column: wrong template variable',
    { message: /colours\.yaml:\d+: doc_to_text: .*'questoin' is undefined/ },
    changed({ doc_to_text: 'Question: {{questoin}}\nAnswer:' }),
  ),
  refusal(
    'missing column: wrong name of the target',
    { message: /colours\.yaml:\d+: doc_to_target: .*answre/ },
    changed({ doc_to_target: 'answre' }),
  ),
  refusal(
    'malformed JSON rows',
    { message: /rows\.jsonl:2: / },
    withRows('rows.jsonl', 'json', '{"question": "q", "choices": ["a", "b"], "answer": 0}\n{"question": "half\n'),
  ),
  refusal(
    'malformed parquet',
    { message: /rows\.parquet: / },
    withRows('rows.parquet', 'parquet', 'PAR1 and nothing that a parquet file has PAR1'),
  ),
  {
    ...refusal('truncated parquet', { message: /rows\.parquet: / }, (scene) =>
      withRows('rows.parquet', 'parquet', halfAParquetFile())(scene),
    ),
    obstacle: hasParquet,
  },
];
