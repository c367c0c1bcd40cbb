import type { Run } from '@understudy/store';
import { describe, expect, it } from 'vitest';
import { fakeBenchmark, fakeCard } from '../testing/fake-card.js';
import { fakeCatalog, FakeResults, fakeRun, fakeTask, share, type FakeTaskChanges } from '../testing/fake-results.js';
import { readMeasurements } from './read-measurements.js';

/** The columns that two runs of two models come to. */
async function columnsOf(
  first: { readonly run?: Partial<Run>; readonly task?: FakeTaskChanges },
  second: { readonly run?: Partial<Run>; readonly task?: FakeTaskChanges },
) {
  const store = new FakeResults([
    fakeRun({ id: 'r1', identity: 'one', ...first.run }, [fakeTask(first.task)]),
    fakeRun({ id: 'r2', identity: 'two', ...second.run }, [fakeTask(second.task)]),
  ]);
  return (await readMeasurements(store, fakeCatalog({ cards: CARDS }))).columns;
}

const sources = ['made up'];
/** Two models, each with a chat template of its own. */
const CARDS = ['vicuna', 'alpaca'].map((id) =>
  fakeCard({
    id,
    weights: { status: 'open', repositories: [], sources, file: null },
    template: { value: id, sources },
  }),
);

/** A run of a model with a template of the catalog. */
const templated = (model: string, name: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  run: {
    ...settings({ applyChatTemplate: true, chatTemplate: { name, origin: 'catalog', jinja: name }, ...changes }).run,
    model,
  },
});

const ADAPTED = { scoring: { adapters: [{ identity: 'lora', scale: 1 }] } };

const settings = (changes: Readonly<Record<string, unknown>>): { readonly run: Partial<Run> } => ({
  run: { settings: { applyChatTemplate: false, seeds: { random: 0, torch: 1234, fewshot: 1234 }, ...changes } },
});

const GENERATION = { output_type: 'generate_until', generation_kwargs: { until: ['\n'], do_sample: false } };
const SAMPLED = {
  output_type: 'generate_until',
  generation_kwargs: { until: ['\n'], do_sample: true, temperature: 0.7 },
};
const PYTHON = 'def clean(dataset):\n    return dataset.map(lambda row: row["text"].strip())\n';
const FEWSHOT = { numFewshot: 5 };
const filters = (pattern: string) => [{ name: 'first', filter: [{ function: 'regex', regex_pattern: pattern }] }];

describe('numbers of two settings', () => {
  it.each([
    ['shots', {}, { task: { numFewshot: 5 } }],
    ['version', {}, { task: { version: '2' } }],
    ['task', {}, { task: { task: 'arc_easy' } }],
    ['metric', {}, { task: { metrics: [share('acc_norm', 60, 100)] } }],
    ['filter', {}, { task: { metrics: [share('acc', 60, 100, 'strict')] } }],
    ['limit', {}, { task: { documentsExpected: 50, metrics: [share('acc', 30, 50)] } }],
    ['split', {}, { task: { documentsTotal: 101, documentsExpected: 101 } }],
    ['chat template', {}, settings({ applyChatTemplate: true })],
    [
      'template given by a file',
      settings({ applyChatTemplate: true, chatTemplate: { origin: 'file', jinja: 'a' } }),
      settings({ applyChatTemplate: true, chatTemplate: { origin: 'file', jinja: 'b' } }),
    ],
    ['template of another model', templated('vicuna', 'vicuna'), templated('alpaca', 'vicuna')],
    ['template of another model below adapters', templated('vicuna', 'vicuna'), templated('alpaca', 'vicuna', ADAPTED)],
    ['template named for a file that no card is of', templated('vicuna', 'vicuna'), templated('a.gguf', 'vicuna')],
    ['two templates that were named', templated('a.gguf', 'vicuna'), templated('b.gguf', 'alpaca')],
    ['system instruction', {}, settings({ systemInstruction: 'Be brief.' })],
    [
      'examples as turns',
      { ...settings({ applyChatTemplate: true }), task: FEWSHOT },
      { ...settings({ applyChatTemplate: true, fewshotAsMultiturn: false }), task: FEWSHOT },
    ],
    ['seed of the examples', { task: FEWSHOT }, { ...settings({ seeds: { fewshot: 1 } }), task: FEWSHOT }],
    [
      'seed of sampled texts',
      { task: { config: SAMPLED } },
      { ...settings({ seeds: { random: 7 } }), task: { config: SAMPLED } },
    ],
    [
      'chosen documents',
      { ...settings({ samples: { sciq: [1, 2] } }), task: { documentsExpected: 2 } },
      { ...settings({ samples: { sciq: [1, 3] } }), task: { documentsExpected: 2 } },
    ],
    ['prompt', {}, { task: { config: { doc_to_text: '{{question}}' } } }],
    ['data', {}, { task: { config: { dataset_name: 'ARC-Challenge' } } }],
    ['description', {}, { task: { config: { description: 'Answer:' } } }],
    ['repeats', {}, { task: { config: { repeats: 3 } } }],
    [
      'generation settings',
      { task: { config: GENERATION } },
      { task: { config: { ...GENERATION, generation_kwargs: { until: ['\n\n'], do_sample: false } } } },
    ],
    ['options of the metric', {}, { task: { config: { metric_list: [{ metric: 'acc', ignore_case: true }] } } }],
    [
      'what the filter does',
      { task: { config: { filter_list: filters('a') }, metrics: [share('acc', 60, 100, 'first')] } },
      { task: { config: { filter_list: filters('b') }, metrics: [share('acc', 60, 100, 'first')] } },
    ],
    [
      'code of a function',
      { task: { config: { process_docs: PYTHON } } },
      { task: { config: { process_docs: PYTHON.replace('strip', 'lstrip') } } },
    ],
    [
      'function of ours',
      { task: { config: { process_docs: 'race.processDocs' } } },
      { task: { config: { process_docs: 'hellaswag.processDocs' } } },
    ],
    [
      'function of ours and one that nobody knows',
      { task: { config: { process_docs: 'race.processDocs' } } },
      { task: { config: { process_docs: PYTHON } } },
    ],
    [
      'function that writes the examples',
      { task: { ...FEWSHOT, config: { doc_to_text: 'race.docToText' } } },
      {
        task: {
          ...FEWSHOT,
          config: { doc_to_text: 'race.docToText', fewshot_config: { doc_to_text: 'winogrande.docToText' } },
        },
      },
    ],
    [
      'sampler of the examples',
      { task: FEWSHOT },
      { task: { ...FEWSHOT, config: { fewshot_config: { sampler: 'first_n' } } } },
    ],
  ])('never stand in one column: %s', async (_name, first, second) => {
    const columns = await columnsOf(first, second);
    expect(columns.map(({ measurements }) => measurements.length)).toEqual([1, 1]);
    expect(new Set(columns.map(({ key }) => key)).size).toBe(2);
  });
});

describe('numbers of one setting', () => {
  it.each([
    [
      'the model’s own chat template',
      settings({ applyChatTemplate: true, chatTemplate: { origin: 'model', jinja: 'a' } }),
      templated('vicuna', 'vicuna'),
    ],
    ['each its card’s chat template', templated('vicuna', 'vicuna'), templated('alpaca', 'alpaca')],
    ['the card’s chat template below adapters', templated('vicuna', 'vicuna', ADAPTED), templated('alpaca', 'alpaca')],
    ['one template that is no model’s own', templated('a.gguf', 'vicuna'), templated('alpaca', 'vicuna')],
    [
      'engine, threads and number format',
      settings({ scoring: { threads: 1, compute: 'float32' } }),
      settings({ scoring: { threads: 8, compute: 'native' } }),
    ],
    ['seeds that are not used', {}, settings({ seeds: { random: 9, fewshot: 9 } })],
    ['a limit that leaves all documents', {}, settings({ limit: 1000 })],
    [
      'titles, notes and metrics beside',
      {},
      {
        task: {
          config: {
            task_alias: 'S',
            metadata: { licence: 'x' },
            metric_list: [{ metric: 'acc', higher_is_better: true }],
          },
        },
      },
    ],
    ['how the version is written', {}, { task: { version: '1.0' } }],
    [
      'examples at zero shots',
      {},
      { task: { config: { fewshot_config: { sampler: 'first_n' }, fewshot_split: 'dev' } } },
    ],
    ['an empty description', {}, { task: { config: { description: '' } } }],
    [
      'how a function that has the same text was read',
      { task: { config: { process_docs: PYTHON } } },
      { task: { config: { process_docs: `${PYTHON}\n` } } },
    ],
    [
      'where a function lay in memory',
      { task: { config: { process_docs: '<function clean at 0x7fc9bdcdfa60>' } } },
      { task: { config: { process_docs: '<function clean at 0x7fc9bdcdfb00>' } } },
    ],
    [
      'examples that are written as the documents',
      { task: FEWSHOT },
      { task: { ...FEWSHOT, config: { fewshot_config: { doc_to_text: '<function doc_to_text at 0x7f>' } } } },
    ],
  ])('stand in one column whatever else differs: %s', async (_name, first, second) => {
    const columns = await columnsOf(first, second);
    expect(columns.map(({ measurements }) => measurements.length)).toEqual([2]);
  });

  it('of a run whose choice of documents is not known stand alone', async () => {
    const few = { documentsExpected: 10 };
    const harness: Partial<Run> = { source: 'lm-eval', settings: { applyChatTemplate: false } };
    const columns = await columnsOf({ run: harness, task: few }, { run: harness, task: few });
    expect(columns).toHaveLength(2);
    const untold = { documentsExpected: 0, documentsTotal: 0, scored: 100 };
    const limited: Partial<Run> = { ...harness, settings: { ...harness.settings, limit: 100 } };
    expect(await columnsOf({ run: limited, task: untold }, { run: harness, task: untold })).toHaveLength(2);
  });
});

const ended = (id: string, endedAt: number, right: number) =>
  fakeRun({ id, endedAt }, [fakeTask({ metrics: [share('acc', right, 100)] })]);

const subject = (task: string, right: number, count: number) =>
  fakeTask({ task, documentsTotal: count, documentsExpected: count, metrics: [share('acc', right, count)] });

const GROUP = {
  kind: 'group',
  name: 'mmlu',
  config: { aggregate_metric_list: [{ metric: 'acc', weight_by_size: true }], metadata: { version: 2 } },
  members: [
    { kind: 'task', name: 'mmlu_a' },
    { kind: 'task', name: 'mmlu_b' },
  ],
};

const whole = (id: string, changes: FakeTaskChanges) =>
  fakeRun({ id, identity: id, selection: { roots: [GROUP] } }, [
    subject('mmlu_a', 90, 100),
    fakeTask({ task: 'mmlu_b', metrics: [share('acc', 10, 100)], ...changes }),
  ]);

describe('which numbers count', () => {
  it('takes the newest of a model and names the others', async () => {
    const store = new FakeResults([ended('old', 1, 10), ended('new', 3, 30), ended('middle', 2, 20)]);
    const { columns } = await readMeasurements(store, fakeCatalog());
    expect(columns[0]?.measurements).toMatchObject([
      { runId: 'new', value: 0.3, measuredAt: 3, otherRuns: ['middle', 'old'] },
    ]);
  });

  it('leaves out what is not whole, and tells how many documents failed', async () => {
    const store = new FakeResults([
      fakeRun({ id: 'part' }, [fakeTask({ scored: 99 })]),
      fakeRun({ id: 'failures', identity: 'x' }, [fakeTask({ failed: 3 })]),
      fakeRun({ id: 'nothing', identity: 'y' }, [fakeTask({ failed: 100 })]),
    ]);
    const { columns, incomplete } = await readMeasurements(store, fakeCatalog());
    expect(incomplete).toBe(2);
    expect(columns.flatMap(({ measurements }) => measurements)).toMatchObject([{ runId: 'failures', failed: 3 }]);
  });
});

describe('groups', () => {
  it('are one benchmark, weighted by size, with the subjects as parts', async () => {
    const store = new FakeResults([
      fakeRun({ selection: { roots: [GROUP] } }, [subject('mmlu_a', 90, 100), subject('mmlu_b', 10, 50)]),
    ]);
    const { columns } = await readMeasurements(
      store,
      fakeCatalog({ benchmarks: [fakeBenchmark('mmlu', 'knowledge')] }),
    );
    const shown = columns.map(({ setting, isPart, area }) => [setting.task, isPart, area]);
    expect(shown).toEqual([
      ['mmlu', false, 'knowledge'],
      ['mmlu_a', true, 'knowledge'],
      ['mmlu_b', true, 'knowledge'],
    ]);
    expect(columns[0]?.setting).toMatchObject({ version: '2', numFewshot: 0, documents: 150, documentsTotal: 150 });
    // 100 of 150; Wilson's interval of it by hand.
    expect(columns[0]?.measurements[0]?.value).toBeCloseTo(100 / 150, 12);
    expect(columns[0]?.measurements[0]?.lower).toBeCloseTo(0.5879, 3);
  });

  it('have no number where a subject is missing', async () => {
    const store = new FakeResults([fakeRun({ selection: { roots: [GROUP] } }, [subject('mmlu_a', 90, 100)])]);
    const { columns } = await readMeasurements(store, fakeCatalog());
    expect(columns.map(({ setting, isPart }) => [setting.task, isPart])).toEqual([['mmlu_a', false]]);
  });

  it('of several benchmarks are no benchmark, and hide none', async () => {
    const store = new FakeResults([
      fakeRun({ selection: { roots: [{ ...GROUP, name: 'suite' }] } }, [
        subject('mmlu_a', 9, 10),
        subject('mmlu_b', 1, 10),
      ]),
    ]);
    const benchmarks = [fakeBenchmark('mmlu_a', 'knowledge'), fakeBenchmark('mmlu_b', 'science')];
    const { columns } = await readMeasurements(store, fakeCatalog({ benchmarks }));
    expect(columns.map(({ setting, isPart }) => [setting.task, isPart])).toEqual([
      ['mmlu_a', false],
      ['mmlu_b', false],
    ]);
  });

  it('of which one subject was asked otherwise stand apart', async () => {
    const store = new FakeResults([whole('one', {}), whole('two', { config: { doc_to_text: 'other' } })]);
    const { columns } = await readMeasurements(store, fakeCatalog());
    const groups = columns.filter(({ setting }) => setting.task === 'mmlu');
    expect(groups.map(({ measurements }) => measurements.length)).toEqual([1, 1]);
  });
});

/** A run of the reference harness whose identity is the commit of the weights named first. */
const HARNESS: Partial<Run> = { source: 'lm-eval', model: 'owner/tiny', engine: { compute: 'torch.bfloat16' } };

describe('models', () => {
  const file = {
    name: 'tiny.Q4_1.gguf',
    sha256: 'c'.repeat(64),
    sizeBytes: 1,
    quantization: 'Q4_1',
    sources: [{ spec: 'hf:packer/tiny-GGUF/tiny.Q4_1.gguf@abc', evidence: 'made up' }],
  };
  const card = fakeCard({ weights: { status: 'open', repositories: ['owner/tiny'], sources: ['made up'], file } });
  const hosted = fakeCard({ id: 'hosted', remote: { value: 'openai:gpt-x', sources: ['made up'] } });
  const catalog = fakeCatalog({ cards: [card, hosted] });

  it.each<[string, Partial<Run>, string | undefined, string | undefined]>([
    ['content', { model: '/somewhere/x.gguf', identity: file.sha256 }, 'tiny', 'Q4_1'],
    ['id', { model: 'tiny', identity: 'other' }, 'tiny', 'Q4_1'],
    ['repository', { model: 'hf:owner/tiny', engine: {} }, 'tiny', undefined],
    ['repository at a revision', { model: 'hf:Owner/Tiny@0123abc' }, 'tiny', undefined],
    ['another file of a repository', { model: 'hf:packer/tiny-GGUF/tiny-Q8_0.gguf@main' }, 'tiny', 'Q8_0'],
    [
      'what the reference harness calls it',
      { source: 'lm-eval', model: 'owner/tiny', engine: { compute: 'torch.bfloat16' } },
      'tiny',
      'BF16',
    ],
    ['its model arguments', { source: 'lm-eval', model: 'pretrained=owner/tiny,dtype=float32' }, 'tiny', undefined],
    [
      'weights that the reference harness put into another format',
      { ...HARNESS, command: { model_args: { pretrained: 'owner/tiny', load_in_4bit: true } } },
      'tiny',
      'load_in_4bit',
    ],
    [
      'a file that the reference harness read',
      { ...HARNESS, command: { model_args: 'pretrained=packer/tiny-GGUF,gguf_file=tiny.Q8_0.gguf' } },
      'tiny',
      'Q8_0',
    ],
    [
      'an adapter’s name of the reference harness',
      { ...HARNESS, model: 'me/lora', command: { model_args: 'pretrained=owner/tiny,peft=me/lora' } },
      undefined,
      'BF16',
    ],
    [
      'a checkpoint of its training in the reference harness',
      { ...HARNESS, command: { model_args: { pretrained: 'owner/tiny', revision: 'step1000' } } },
      undefined,
      'BF16',
    ],
    ['a checkpoint of its training', { model: 'hf:owner/tiny@step1000' }, undefined, undefined],
    [
      'the provider’s name elsewhere, in the reference harness',
      {
        source: 'lm-eval',
        model: 'gpt-x',
        engine: { engine: 'openai-chat-completions' },
        command: { model_args: 'model=gpt-x,base_url=http://localhost:1/v1' },
      },
      undefined,
      undefined,
    ],
    ['provider', { model: 'openai:gpt-x', identity: 'https://api.openai.com/v1#gpt-x' }, 'hosted', undefined],
    [
      'provider, in the reference harness',
      { source: 'lm-eval', model: 'gpt-x', engine: { engine: 'openai-chat-completions' } },
      'hosted',
      undefined,
    ],
    [
      'the provider’s name elsewhere',
      { model: 'openai:gpt-x', identity: 'http://localhost:1/v1#gpt-x' },
      undefined,
      undefined,
    ],
    ['nothing known', { model: 'somebody/else.Q5_K_M.gguf' }, undefined, 'Q5_K_M'],
    [
      'content under an adapter',
      { identity: file.sha256, settings: { generation: { adapters: [{ identity: 'a', scale: 1 }] } } },
      undefined,
      undefined,
    ],
  ])('are found by %s', async (_name, run, id, quantization) => {
    const { models } = await readMeasurements(new FakeResults([fakeRun(run)]), catalog);
    const [model] = models.values();
    expect([model?.card?.id, model?.quantization]).toEqual([id, quantization]);
  });

  it.each<[string, Partial<Run>, string, string]>([
    [
      'a card’s name, however the run calls it',
      { model: '/home/me/x.gguf', identity: file.sha256 },
      'Tiny',
      '/home/me/x.gguf',
    ],
    ['a file’s own name', { model: '/home/me/models/x.Q8_0.gguf' }, 'x.Q8_0.gguf', '/home/me/models/x.Q8_0.gguf'],
    ['a folder’s own name', { model: './checkpoints/last/' }, 'last', './checkpoints/last/'],
    ['a spec as it stands', { model: 'hf:a/b/c.gguf@main' }, 'hf:a/b/c.gguf@main', 'hf:a/b/c.gguf@main'],
    ['the hub’s name', { source: 'lm-eval', model: 'pretrained=a/b' }, 'a/b', 'hf:a/b'],
  ])('are shown by %s', async (_name, run, name, spec) => {
    const { models } = await readMeasurements(new FakeResults([fakeRun(run)]), catalog);
    const [model] = models.values();
    expect([model?.name, model?.spec]).toEqual([name, spec]);
  });

  it('with an adapter are others than without', async () => {
    const adapters = [{ identity: 'a', scale: 1 }];
    const store = new FakeResults([fakeRun({ id: 'r1' }), fakeRun({ id: 'r2', settings: { scoring: { adapters } } })]);
    expect((await readMeasurements(store, catalog)).models.size).toBe(2);
  });

  it('of the reference harness under one commit are others with an adapter, or in another format', async () => {
    const given = ['pretrained=a/b', 'pretrained=a/b,peft=c/d', 'pretrained=a/b,load_in_8bit=True'];
    const runs = given.map((model_args, at) => fakeRun({ ...HARNESS, id: `r${at}`, command: { model_args } }));
    const { models } = await readMeasurements(new FakeResults(runs), fakeCatalog());
    expect([...models.values()].map(({ name, quantization }) => [name, quantization])).toEqual([
      ['a/b', 'BF16'],
      ['a/b + adapter', 'BF16'],
      ['a/b', 'load_in_8bit'],
    ]);
    expect([...models.keys()].join()).not.toContain('c/d');
  });
});
