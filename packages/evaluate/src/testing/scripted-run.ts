import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatTemplate } from '@understudy/core';
import { openDataset } from '@understudy/datasets';
import { ScriptedEngine, type Script } from '@understudy/engine-scripted';
import { OpenModel, type EngineChoice } from '@understudy/engines';
import { openStore, type Sample, type Store } from '@understudy/store';
import { openTaskLibrary } from '@understudy/tasks';
import { evaluateModel } from '../run/evaluate-model.js';
import type { EvaluateOptions } from '../run/evaluate-options.js';
import type { RunEvent, RunOutcome } from '../run/run-event.js';

const CHOICE_TASK = `
task: colours
dataset_path: json
dataset_kwargs: {data_files: {test: colours.jsonl}}
test_split: test
output_type: multiple_choice
doc_to_text: "Question: {{question}}\\nAnswer:"
doc_to_choice: "{{choices}}"
doc_to_target: "{{answer}}"
metric_list: [{metric: acc}, {metric: acc_norm}]
metadata: {version: 1.0}
`;

const TEXT_TASK = `
task: echo
dataset_path: json
dataset_kwargs: {data_files: {test: colours.jsonl}}
test_split: test
output_type: generate_until
doc_to_text: "{{question}}"
doc_to_target: "{{question}}"
generation_kwargs: {until: ["\\n"], max_gen_toks: 8}
metric_list: [{metric: exact_match}]
metadata: {version: 1.0}
`;

const WORD_TASK = `
task: last_word
dataset_path: json
dataset_kwargs: {data_files: {test: colours.jsonl}}
test_split: test
output_type: loglikelihood
doc_to_text: "colour"
doc_to_target: "{{answer}}"
metric_list: [{metric: acc}]
metadata: {version: 1.0}
`;

const PAGE_TASK = `
task: pages
dataset_path: json
dataset_kwargs: {data_files: {test: colours.jsonl}}
test_split: test
output_type: loglikelihood_rolling
doc_to_text: ""
doc_to_target: "{{question}}"
metric_list: [{metric: word_perplexity}]
metadata: {version: 1.0}
`;

/** Rows of the test task: question n has the answer n modulo 3. */
export const ROWS = 40;

const SETTINGS = {
  engine: 'auto',
  compute: 'auto',
  kvType: undefined,
  threads: undefined,
  gpuLayers: 0,
  contextLength: undefined,
  deterministic: false,
} as const;

/** A folder with tasks, a store and a scripted model: everything a run works with, all of it real but the model. */
export class ScriptedRun implements AsyncDisposable {
  readonly store: Store;
  readonly #folder: string;
  /** The engine of the latest run. */
  engine: ScriptedEngine | undefined;
  /** Why the engine is chosen, as later runs are told. */
  reason = 'scripted';
  /** The data set's commit on the hub, as later runs are told. */
  datasetCommit: string | undefined;
  /** The chat template of the model's card, as later runs are told. */
  cardTemplate: ChatTemplate | undefined;

  private constructor(folder: string, store: Store) {
    this.#folder = folder;
    this.store = store;
  }

  static async create(): Promise<ScriptedRun> {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-evaluate-'));
    const rows = Array.from({ length: ROWS }, (_, n) =>
      JSON.stringify({ question: `colour ${n}`, choices: ['red', 'green', 'blue'], answer: n % 3 }),
    );
    await writeFile(join(folder, 'colours.jsonl'), rows.join('\n'));
    const files = { colours: CHOICE_TASK, echo: TEXT_TASK, last_word: WORD_TASK, pages: PAGE_TASK };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, `${name}.yaml`), text);
    return new ScriptedRun(folder, await openStore({ path: join(folder, 'understudy.db') }));
  }

  /** Runs to the end and gives the outcome with all events. */
  async run(
    script: Script,
    options: Partial<EvaluateOptions> = {},
  ): Promise<{ readonly outcome: RunOutcome; readonly events: readonly RunEvent[] }> {
    const library = await openTaskLibrary({ includePaths: [this.#folder] });
    const choice: EngineChoice = { engine: 'llama', compute: 'native', reason: this.reason };
    const running = evaluateModel(
      {
        model: 'scripted',
        tasks: ['colours'],
        applyChatTemplate: false,
        seeds: { random: 0, numpy: 1234, torch: 1234, fewshot: 1234 },
        engine: SETTINGS,
        predictOnly: false,
        resume: true,
        command: {},
        ...options,
      },
      {
        store: this.store,
        library,
        openDataset: async (request) => ({ ...(await openDataset(request)), commit: this.datasetCommit }),
        resolveModel: async (spec, { signal }) => {
          signal?.throwIfAborted();
          return { name: spec, paths: ['scripted.gguf'], identity: '0'.repeat(64), chatTemplate: this.cardTemplate };
        },
        openModel: () =>
          new OpenModel(
            { scoring: choice, greedy: choice, sampling: choice },
            async () => (this.engine = new ScriptedEngine(script)),
          ),
        version: '0.0.0',
      },
    );
    const events: RunEvent[] = [];
    for (;;) {
      const { done, value } = await running.next();
      if (done === true) return { outcome: value, events };
      events.push(value);
    }
  }

  /** Stored samples of a task, by document. */
  async samples(runId: string, task = 'colours'): Promise<readonly Sample[]> {
    const samples: Sample[] = [];
    for await (const sample of this.store.samples(runId, task)) samples.push(sample);
    return samples;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store[Symbol.asyncDispose]();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
