import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTinyModel, type TinyModel } from '@understudy/engine-llama/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeColourTask } from './support/colour-task.js';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();
const folder = writeColourTask(home, 6);
writeFileSync(
  join(folder, 'naming.yaml'),
  `task: naming
dataset_path: json
dataset_kwargs: {data_files: {test: colours.jsonl}}
test_split: test
output_type: generate_until
doc_to_text: "{{question}}"
doc_to_target: "red"
generation_kwargs: {until: ["\\n\\n"], max_gen_toks: 12, do_sample: false}
metric_list: [{metric: exact_match}]
metadata: {version: 1.0}
`,
);

let model: TinyModel;
beforeAll(() => {
  model = writeTinyModel();
});
afterAll(() => model[Symbol.dispose]());

/** The texts of a run by document, and how many of them were known before. */
async function texts(...argv: readonly string[]) {
  const output = join(home, `out-${Math.random()}`);
  const options = ['--include_path', folder, '--output_path', output, '--log_samples', '--json'];
  const { code, stdout, stderr } = await runCli(
    ['eval', '--model', model.path, '--tasks', 'naming', ...options, ...argv],
    { home },
  );
  if (code !== 0) throw new Error(stderr);
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' });
  const lines = readFileSync(
    join(
      output,
      files.find((file) => file.endsWith('.jsonl'))!,
    ),
    'utf8',
  )
    .trim()
    .split('\n');
  const { understudy } = JSON.parse(stdout) as { understudy: { tasks: { naming: { cached_responses: number } } } };
  return {
    answers: lines.map((line) => (JSON.parse(line) as { resps: [[string]] }).resps[0][0]),
    known: understudy.tasks.naming.cached_responses,
  };
}

describe('--gen_kwargs', () => {
  test('changes how texts are decoded, and answers are kept by it', async () => {
    const greedy = await texts();
    const penalised = await texts('--gen_kwargs', 'repetition_penalty=2.5');
    expect(penalised.answers).not.toEqual(greedy.answers);
    expect([greedy.known, penalised.known]).toEqual([0, 0]);
    const typical = await texts('--gen_kwargs', 'do_sample=true,typical_p=0.2,temperature=2');
    expect(typical.answers).not.toEqual(greedy.answers);
    expect(await texts('--gen_kwargs', 'repetition_penalty=2.5')).toEqual({ ...penalised, known: 6 });
    expect(await texts('--gen_kwargs', 'repetition_penalty=1.0')).toEqual({ ...greedy, known: 6 });
  });

  test('takes grammars and schemas from files, and looks for the best text of beams', async () => {
    const grammar = join(home, 'colour.gbnf');
    writeFileSync(grammar, 'root ::= "red" | "green" | "blue"');
    const named = await texts('--gen_kwargs', `grammar_file=${grammar}`);
    for (const answer of named.answers) expect(answer).toMatch(/^(red|green|blue)$/);
    expect((await texts('--gen_kwargs', 'grammar=root ::= "red" | "green" | "blue"')).known).toBe(6);
    const schema = join(home, 'colour.json');
    writeFileSync(
      schema,
      JSON.stringify({ type: 'object', properties: { colour: { enum: ['red'] } }, required: ['colour'] }),
    );
    const typed = await texts('--gen_kwargs', `json_schema_file=${schema},max_gen_toks=64`);
    for (const answer of typed.answers) expect(JSON.parse(answer)).toEqual({ colour: 'red' });
    const greedy = await texts();
    const beams = await texts('--gen_kwargs', 'num_beams=4');
    expect(beams.answers).not.toEqual(greedy.answers);
  });

  test('asks each document as often as it is told to', async () => {
    const { answers } = await texts('--gen_kwargs', 'temperature=2,do_sample=true,num_return_sequences=3');
    expect(answers).toHaveLength(6);
    await expect(texts('--gen_kwargs', 'num_return_sequences=3')).rejects.toThrow(/for sampled texts/);
  });

  test('says which file it cannot read', async () => {
    await expect(texts('--gen_kwargs', 'grammar_file=none.gbnf')).rejects.toThrow(
      /grammar_file=none\.gbnf: this file cannot be read/,
    );
  });

  test('refuses an argument that is not known with what may have been meant', async () => {
    const argv = ['eval', '--model', model.path, '--tasks', 'naming', '--include_path', folder];
    const { code, stderr } = await runCli([...argv, '--gen_kwargs', 'repetition_penality=2'], { home });
    expect(code).toBe(1);
    expect(stderr).toContain('repetition_penality: this argument is not known (did you mean repetition_penalty?).');
  });
});
