import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataset } from '@understudy/datasets';
import type { ChatMessage } from '../chat/chat-message.js';
import type { PythonValue } from '../python/python-value.js';
import { openTaskLibrary } from '../registry/task-library.js';
import { openTask } from './open-task.js';
import type { DocumentOptions, TaskDocument } from './task-document.js';
import type { Task, TaskOptions } from './task.js';

type Rows = readonly Readonly<Record<string, PythonValue>>[];

const DATA = 'dataset_path: json\ndataset_kwargs: { data_files: { test: test.jsonl, train: train.jsonl } }\n';
const SPLITS = 'test_split: test\ntraining_split: train\n';
const QA = `${DATA}${SPLITS}doc_to_text: "Q: {{q}}\\nA:"\ndoc_to_target: a\n`;
const CHOICE = `${QA}doc_to_choice: [x, y]\noutput_type: multiple_choice\n`;

/** Twelve questions; the answer to question n is n % 2. */
const TEST: Rows = Array.from({ length: 12 }, (_, index) => ({ q: `q${index}`, a: index % 2 }));
const TRAIN: Rows = Array.from({ length: 8 }, (_, index) => ({ q: `t${index}`, a: index % 2 }));

const library = openTaskLibrary();

/** Opens a task written here, over rows written here, in the folder of its file. */
async function open(yaml: string, options: Partial<TaskOptions> & { readonly test?: Rows } = {}): Promise<Task> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-task-'));
  const lines = (rows: Rows): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  await writeFile(path.join(folder, 'task.yaml'), `task: t\n${yaml}`);
  await writeFile(path.join(folder, 'test.jsonl'), lines(options.test ?? TEST));
  await writeFile(path.join(folder, 'train.jsonl'), lines(TRAIN));
  const { tasks } = await (await library).select([path.join(folder, 'task.yaml')]);
  const [definition] = tasks;
  if (definition === undefined) throw new Error('no task');
  return openTask(definition, { openDataset, fewshotSeed: 1234, ...options });
}

async function read(task: Task, options?: DocumentOptions): Promise<readonly TaskDocument[]> {
  const documents: TaskDocument[] = [];
  for await (const document of task.documents(options)) documents.push(document);
  return documents;
}

async function first(
  yaml: string,
  options: Partial<TaskOptions> & { readonly test?: Rows } = {},
): Promise<TaskDocument> {
  const [document] = await read(await open(yaml, options), { limit: 1 });
  if (document === undefined) throw new Error('no document');
  return document;
}

const prompts = (documents: readonly TaskDocument[]): readonly string[] =>
  documents.map(({ requests: [request] }) =>
    request === undefined || request.kind === 'rolling' ? '' : request.context,
  );

describe('a task', () => {
  it('asks for each choice behind the question', async () => {
    const { requests, target, docId, doc } = await first(CHOICE);
    expect({ target, docId, doc }).toEqual({ target: 0, docId: 0, doc: { q: 'q0', a: 0 } });
    expect(requests).toEqual([
      { kind: 'loglikelihood', context: 'Q: q0\nA:', continuation: ' x' },
      { kind: 'loglikelihood', context: 'Q: q0\nA:', continuation: ' y' },
    ]);
  });

  it('puts description and examples in front, drawn anew for each document', async () => {
    const task = await open(`${CHOICE}description: "About {{q}}.\\n\\n"\nnum_fewshot: 2\n`);
    const documents = await read(task, { limit: 2 });
    expect(task.numFewshot).toBe(2);
    // Random(1234).sample(range(8), 2), twice: [7, 0], [0, 7]
    expect(prompts(documents)).toEqual([
      'About q0.\n\nQ: t7\nA: y\n\nQ: t0\nA: x\n\nQ: q0\nA:',
      'About q1.\n\nQ: t0\nA: x\n\nQ: t7\nA: y\n\nQ: q1\nA:',
    ]);
  });

  it('keeps num_fewshot 0 of its file, whatever is asked for', async () => {
    expect((await open(`${CHOICE}num_fewshot: 0\n`, { numFewshot: 5 })).numFewshot).toBe(0);
    expect((await open(`${CHOICE}num_fewshot: 3\n`, { numFewshot: 5 })).numFewshot).toBe(5);
    expect((await open(CHOICE)).numFewshot).toBe(0);
  });

  it('takes examples from its own file, written by their own fields', async () => {
    const own =
      'fewshot_config:\n  sampler: first_n\n  doc_to_target: "{{b}}!"\n  target_delimiter: "="\n' +
      '  samples:\n    - { q: s1, b: one }\n    - { q: s2, b: two }\n';
    const [prompt] = prompts([await first(`${QA}${own}num_fewshot: 2\n`)]);
    expect(prompt).toBe('Q: s1\nA:=one!\n\nQ: s2\nA:=two!\n\nQ: q0\nA:');
  });

  it('leaves the evaluated document out of examples from its own split', async () => {
    const yaml = `${DATA}test_split: test\nfewshot_split: test\ndoc_to_text: "{{q}}:"\ndoc_to_target: "{{a}}"\nnum_fewshot: 11\n`;
    for (const document of await read(await open(yaml))) {
      const [prompt = ''] = prompts([document]);
      expect(prompt.split(`q${document.docId}:`)).toHaveLength(2);
    }
  });

  it('gives the same document the same prompt, whatever else is wanted', async () => {
    const task = await open(CHOICE, { numFewshot: 3 });
    const all = await read(task);
    const some = await read(task, { isWanted: (docId) => docId % 5 === 4 });
    expect(some.map(({ docId }) => docId)).toEqual([4, 9]);
    expect(some).toEqual([all[4], all[9]]);
    expect(await read(task, { limit: 5 })).toEqual(all.slice(0, 5));
  });

  it('takes a limit as a count or as a share, rounded up', async () => {
    const task = await open(CHOICE);
    expect([task.documentCount, ...[5, 0.1, 0.5, 100].map((limit) => task.countDocuments({ limit }))]).toEqual([
      12, 5, 2, 6, 12,
    ]);
    expect(() => task.countDocuments({ limit: 0 })).toThrow(/limit 0 leaves no document/);
  });

  it('runs samples in ascending order, with the ids in the order given and draws of their own', async () => {
    const task = await open(CHOICE, { numFewshot: 1 });
    const documents = await read(task, { samples: [7, 2] });
    expect(documents.map(({ docId, doc }) => [docId, doc['q']])).toEqual([
      [7, 'q2'],
      [2, 'q7'],
    ]);
    const [all] = prompts(await read(task));
    expect(prompts(documents)[0]?.split('Q: q')[0]).toBe(all?.split('Q: q')[0]);
    await expect(read(task, { samples: [12] })).rejects.toThrow(/no document 12: it has 12/);
  });

  it('asks for a text with its settings, each as often as it repeats', async () => {
    const yaml = `${QA}generation_kwargs: { until: [";"], max_gen_toks: 9 }\nrepeats: 2\n`;
    const { requests } = await first(yaml, { genKwargs: { temperature: 0.5 } });
    const request = {
      kind: 'generate',
      context: 'Q: q0\nA:',
      arguments: { until: [';'], max_gen_toks: 9, temperature: 0.5 },
      until: [';'],
      maxTokens: 9,
      sampling: { temperature: 0.5, topK: 50, topP: 1, minP: 0 },
    };
    expect(requests).toEqual([request, request]);
  });

  it('asks as often as the command line says, and scores all the answers', async () => {
    const task = await open(QA, { genKwargs: { temperature: 1, do_sample: true, num_return_sequences: 3 } });
    const [document] = await read(task, { limit: 1 });
    expect(document!.requests).toHaveLength(3);
    expect(task.score(document!, ['0', '1', '0']).perFilter[0]!.filteredResponses).toEqual(['0']);
    expect(task.configForReport()).toMatchObject({ repeats: 3 });
  });

  it('makes the prompt of guidance like the prompt, with another question', async () => {
    const genKwargs = { guidance_scale: 1.5, negative_prompt: 'No {{q}}!' };
    const { requests } = await first(
      `${QA.replace('doc_to_target: a', 'doc_to_target: "={{a}}"')}description: "Say it."\nnum_fewshot: 1\n`,
      { genKwargs },
    );
    const [request] = requests;
    if (request?.kind !== 'generate') throw new Error('no text is asked for');
    expect(request).toMatchObject({
      context: expect.stringMatching(/^Say it\.Q: t\d\nA: =\d\n\nQ: q0\nA:$/),
      decoding: { guidance: { scale: 1.5 } },
    });
    expect(request.negativePrompt).toBe(request.context.replace('Q: q0\nA:', 'No q0!'));
  });

  it('with choices as contexts asks for the target behind each', async () => {
    const yaml = `${DATA}${SPLITS}doc_to_text: a\ndoc_to_target: "{{q}}."\ndoc_to_choice: [one, two]\noutput_type: multiple_choice\n`;
    const task = await open(yaml, { numFewshot: 1 });
    const [, document] = await read(task, { limit: 2 });
    expect(
      document?.requests.map((request) => request.kind === 'loglikelihood' && [request.context, request.continuation]),
    ).toEqual([
      ['two t1.\n\none', ' q1.'],
      ['two t1.\n\ntwo', ' q1.'],
    ]);
    expect(
      document &&
        task.score(document, [
          [-2, false],
          [-1, false],
        ]).perFilter[0]?.metrics,
    ).toEqual({ acc: 1, acc_norm: 1 });
  });

  it('asks for the log-likelihood of a whole text', async () => {
    const { requests, promptHash, targetHash } = await first(`${QA}output_type: loglikelihood_rolling\n`, {
      test: [{ q: 'x', a: 'The text.' }],
    });
    expect(requests).toEqual([{ kind: 'rolling', text: 'The text.' }]);
    expect(promptHash).toBe(targetHash);
  });

  it('asks for each choice without a question, too, for mutual information', async () => {
    const { requests } = await first(`${CHOICE}metric_list: [{ metric: acc_mutual_info }]\n`);
    expect(requests.map((request) => request.kind === 'loglikelihood' && request.context)).toEqual([
      'Q: q0\nA:',
      'Q: q0\nA:',
      '',
      '',
    ]);
  });
});

describe('a task in chat', () => {
  const seen: { messages: readonly ChatMessage[]; ending: string }[] = [];
  const chat: TaskOptions['chat'] = {
    render: (messages, { ending }) => {
      seen.push({ messages, ending });
      return messages.map(({ role, content }) => `<${role}>${content}`).join('');
    },
  };

  it('makes turns of examples and drops the delimiter before a choice', async () => {
    const { requests } = await first(`${CHOICE}description: D\n`, { chat, numFewshot: 1, systemInstruction: 'S' });
    expect(requests[0]).toEqual({
      kind: 'loglikelihood',
      context: '<system>S\n\nD<user>Q: t7\nA:<assistant>y<user>Q: q0\nA:',
      continuation: 'x',
    });
    expect(seen.at(-1)?.ending).toBe('answer');
  });

  it('keeps examples and question in one turn if told so', async () => {
    const [prompt] = prompts([await first(CHOICE, { chat, numFewshot: 1, fewshotAsMultiturn: false })]);
    expect(prompt).toBe('<user>Q: t7\nA: y\n\nQ: q0\nA:');
  });

  it('goes on with a begun answer, and keeps the delimiter behind it', async () => {
    const { requests } = await first(`${CHOICE}gen_prefix: "I say"\n`, { chat });
    expect(requests[0]).toMatchObject({ context: '<user>Q: q0\nA:<assistant>I say', continuation: ' x' });
    expect(seen.at(-1)?.ending).toBe('continue');
  });

  it('keeps the space of a log-likelihood target', async () => {
    const { requests } = await first(`${QA}output_type: loglikelihood\n`, { chat, test: [{ q: 'x', a: ' word' }] });
    expect(requests[0]).toMatchObject({ continuation: ' word' });
  });
});

describe('scores of a task', () => {
  it('are filtered, measured and flagged', async () => {
    const task = await open(
      `${QA}filter_list:\n  - name: number\n    filter:\n      - { function: regex, regex_pattern: "(\\\\d+)" }\n      - { function: take_first }\n` +
        '  - name: raw\n    filter: [{ function: take_first }]\n',
    );
    const documents = await read(task, { limit: 2 });
    const scores = documents.map((document, index) => task.score(document, [['It is 0.', 'none'][index] ?? '']));
    expect(scores[0]).toEqual({
      perFilter: [
        { filter: 'number', filteredResponses: ['0'], metrics: { exact_match: 1 }, noAnswer: false },
        { filter: 'raw', filteredResponses: ['It is 0.'], metrics: { exact_match: 0 }, noAnswer: false },
      ],
      noAnswer: false,
      tie: false,
    });
    expect(scores[1]?.perFilter[0]).toMatchObject({ filteredResponses: ['[invalid]'], noAnswer: true });
    expect(task.filters).toEqual(['number', 'raw']);
  });

  it('flag ties of choices, the first of which counts', async () => {
    const task = await open(CHOICE);
    const [document] = await read(task, { limit: 1 });
    expect(
      document &&
        task.score(document, [
          [-1, false],
          [-1, true],
        ]),
    ).toMatchObject({
      tie: true,
      perFilter: [{ filter: 'none', metrics: { acc: 1 } }],
    });
  });

  it('are left out where only answers are wanted', async () => {
    const task = await open(CHOICE, { predictOnly: true });
    const [document] = await read(task, { limit: 1 });
    expect(
      document &&
        task.score(document, [
          [-1, false],
          [-1, true],
        ]).perFilter[0]?.metrics,
    ).toEqual({ bypass: null });
  });
});

describe('a wrong task', () => {
  it.each([
    [
      'no evaluated split',
      `${DATA}doc_to_text: q\ndoc_to_target: a\n`,
      /task\.yaml:\d+: test_split: the task t names no test_split/,
    ],
    ['an unknown split', `${DATA}test_split: tset\ndoc_to_text: q\ndoc_to_target: a\n`, /has no split "tset"/],
    ['no data set', `test_split: test\ndoc_to_text: q\n`, /dataset_path: expected the name of a data set/],
    ['no target', `${DATA}test_split: test\ndoc_to_text: q\n`, /doc_to_target: this key is needed/],
    [
      'an unknown column',
      `${DATA}test_split: test\ndoc_to_text: "{{question}}"\ndoc_to_target: a\n`,
      /task\.yaml:5: doc_to_text: .*'question' is undefined/,
    ],
    [
      'a malformed template',
      `${DATA}test_split: test\ndoc_to_text: "{{q"\ndoc_to_target: a\n`,
      /task\.yaml:5: doc_to_text: Compiling the template "{{q" failed: .*[^.]\.$/,
    ],
    [
      'choices that are no list',
      `${QA}doc_to_choice: q\noutput_type: multiple_choice\n`,
      /task\.yaml:\d+: doc_to_choice: expected a list of texts; found "q0"/,
    ],
    [
      'an unknown sampler',
      `${CHOICE}num_fewshot: 2\nfewshot_config: { sampler: best }\n`,
      /fewshot_config\.sampler: expected one of default, first_n; found best/,
    ],
    ['too small a pool', `${CHOICE}num_fewshot: 20\n`, /needs 20 few-shot examples for a document, but finds 8/],
    [
      'an unknown metric',
      `${CHOICE}metric_list: [{ metric: rouge }]\n`,
      /task\.yaml:\d+: metric_list\[0\]\.metric: expected a metric of multiple_choice/,
    ],
    [
      'an unknown filter',
      `${CHOICE}filter_list: [{ name: a, filter: [{ function: nope }] }]\n`,
      /filter_list\[0\]\.filter\[0\]\.function: expected one of/,
    ],
    [
      'an unknown function',
      `${QA}process_docs: !function hellaswag.processDoc\n`,
      /process_docs: !function hellaswag\.processDoc: there is no such function/,
    ],
    ['images', `${QA}doc_to_image: image\n`, /doc_to_image: the task t needs images/],
  ])('with %s is an error that says where', async (_, yaml, message) => {
    await expect(open(yaml).then((task) => read(task))).rejects.toThrow(message);
  });

  it('is one without documents', async () => {
    await expect(open(CHOICE, { test: [] })).rejects.toThrow(/The split test of the task t has no rows/);
  });
});

describe('the configuration of a task for reports', () => {
  it('has the shape of the reference harness', async () => {
    const task = await open(`${CHOICE}metadata: { version: 1.0 }\n`, { numFewshot: 2 });
    expect(Object.keys(task.configForReport())).toEqual([
      'task',
      'dataset_path',
      'dataset_kwargs',
      'training_split',
      'test_split',
      'doc_to_text',
      'doc_to_target',
      'unsafe_code',
      'doc_to_choice',
      'description',
      'target_delimiter',
      'fewshot_delimiter',
      'fewshot_config',
      'num_fewshot',
      'output_type',
      'repeats',
      'should_decontaminate',
      'metadata',
    ]);
    expect(task.configForReport()).toMatchObject({
      num_fewshot: 2,
      fewshot_config: { sampler: 'default', doc_to_target: 'a' },
    });
    expect([task.version, task.higherIsBetter]).toEqual([1, { acc: true, acc_norm: true }]);
  });
});
