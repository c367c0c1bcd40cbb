import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tinyAdapter, writeTinyAdapter, writeTinyModel, type TinyModel } from '@understudy/engine-llama/testing';
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

  test('says what changes nothing because the task stays greedy', async () => {
    const argv = ['eval', '--model', model.path, '--tasks', 'naming', '--include_path', folder];
    const { code, stderr } = await runCli([...argv, '--gen_kwargs', 'temperature=0.7,top_p=0.9'], { home });
    expect(code).toBe(0);
    expect(stderr).toContain('naming: temperature, top_p changes nothing, because the task says do_sample: false');
    const sampled = await runCli([...argv, '--gen_kwargs', 'temperature=0.7,do_sample=true'], { home });
    expect(sampled.stderr).not.toContain('changes nothing');
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

describe('what is laid over a model', () => {
  const adapter = writeTinyAdapter(tinyAdapter({ seed: 3 }));
  afterAll(() => adapter[Symbol.dispose]());

  test('an adapter changes answers, which are kept by its content and its scale', async () => {
    const base = await texts();
    const adapted = await texts('--adapter', adapter.path);
    const doubled = await texts('--adapter', `${adapter.path}:2`);
    expect(new Set([base, adapted, doubled].map(({ answers }) => answers.join())).size).toBe(3);
    expect([adapted.known, doubled.known]).toEqual([0, 0]);
    expect((await texts('--adapter', `${adapter.path}:1.0`)).known).toBe(6);
    await expect(texts('--adapter', 'none.gguf')).rejects.toThrow(/There is no adapter file none\.gguf/);
    await expect(texts('--adapter', adapter.path, '--engine', 'onnx')).rejects.toThrow(
      /cannot do what --adapter asks for/,
    );
  });

  test('a draft model changes no answer', async () => {
    const plain = await texts('--engine', 'llama', '--compute', 'f32', '--no-resume');
    const drafted = await texts('--draft-model', model.path, '--compute', 'f32', '--no-resume');
    expect(drafted.answers).toEqual(plain.answers);
  });

  test('a sliding window that the file leaves out changes scores of onnx, and ends the context of llama', async () => {
    const windowed = ['--sliding-window', '4'];
    const base = await texts('--engine', 'onnx');
    const narrow = await texts('--engine', 'onnx', ...windowed);
    expect(narrow.answers).not.toEqual(base.answers);
    expect((await texts('--engine', 'onnx', ...windowed)).known).toBe(6);
    const { stderr } = await runCli(
      ['eval', '--model', model.path, '--tasks', 'naming', '--include_path', folder, '--engine', 'llama', ...windowed],
      { home },
    );
    expect(stderr).toContain('the context ends with it, at 4 tokens');
  });

  test('stretched positions change answers, and are kept apart', async () => {
    const base = await texts();
    const stretched = await texts('--rope-scaling', 'yarn', '--rope-scale', '4');
    expect(stretched.answers).not.toEqual(base.answers);
    expect((await texts('--rope-scale', '4')).known).toBe(0);
    expect((await texts('--rope-scale', '4', '--rope-scaling', 'yarn')).known).toBe(6);
  });
});

describe('chat', () => {
  const adapter = writeTinyAdapter(tinyAdapter({ seed: 3 }));
  afterAll(() => adapter[Symbol.dispose]());
  const options = ['--temperature', '0', '--max_gen_toks', '6'];

  test('lays adapters over the model between answers, and goes on without those that do not fit', async () => {
    const input = [
      'the',
      '/reset',
      `/adapter ${adapter.path}:3`,
      'the',
      '/reset',
      '/adapter',
      'the',
      '/reset',
      `/adapter ${model.path}`,
      'the',
      'the',
      '/adapter none.gguf',
    ];
    const { code, stdout, stderr } = await runCli(['chat', model.path, ...options], { home, input: input.join('\n') });
    const [base, adapted, again, last] = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(adapted).not.toBe(base);
    expect([again, last]).toEqual([base, base]);
    expect(stderr).toMatch(
      /over the model from now on: 1[^]*from now on: 0[^]*it is no LoRA adapter[^]*no adapter file none\.gguf/,
    );
  });

  test('answers as a schema says, with a penalty, and with a draft model', async () => {
    const schema = join(home, 'answer.json');
    writeFileSync(
      schema,
      JSON.stringify({ type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'] }),
    );
    const more = ['--json_schema_file', schema, '--repetition_penalty', '1.1', '--draft-model', model.path];
    const argv = ['chat', model.path, '--temperature', '0', '--max_gen_toks', '60', ...more];
    const { code, stdout } = await runCli(argv, { home, input: 'the\n' });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ ok: expect.any(Boolean) });
  });
});
