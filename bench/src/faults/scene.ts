import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeTinyModel, type TinyModel, type TinyModelOptions } from '@understudy/engine-llama/testing';
import { openStore, type Run } from '@understudy/store';
import { CliProcess, type CliResult } from './cli-process.js';

/** A run in the scene's store. */
export interface StoredRun {
  readonly run: Run;
  readonly samples: number;
}

/** Rows of the scene's task; the longest runs take a minute. */
export const ROWS = 600;

const TASK = {
  task: 'colours',
  dataset_path: 'json',
  dataset_kwargs: { data_files: { test: 'colours.jsonl' } },
  test_split: 'test',
  output_type: 'multiple_choice',
  doc_to_text: 'Question: {{question}}\nAnswer:',
  doc_to_choice: '{{choices}}',
  doc_to_target: '{{answer}}',
  metric_list: [{ metric: 'acc' }],
  metadata: { version: 1 },
};

/** A folder with a home of its own, a tiny model and a small task: what one fault is shown on. */
export class Scene implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'understudy-faults-'));
  readonly home = join(this.folder, 'home');
  readonly #models: TinyModel[] = [];

  constructor() {
    mkdirSync(this.home);
    const rows = Array.from({ length: ROWS }, (_, row) =>
      // Numbers of one length, so that all documents have as many tokens.
      JSON.stringify({ question: `Which colour has ${10_000 + row}?`, choices: ['red', 'green'], answer: row % 2 }),
    );
    this.write('colours.jsonl', rows.join('\n'));
  }

  /** Path of a new model with random weights. */
  model(options: TinyModelOptions = {}): string {
    const model = writeTinyModel(options);
    this.#models.push(model);
    return model.path;
  }

  /** Writes a file of the scene; returns its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** Writes the task with some keys changed; returns its path. JSON is YAML, with a key a line. */
  task(changes: Readonly<Record<string, unknown>> = {}): string {
    return this.write('colours.yaml', JSON.stringify({ ...TASK, ...changes }, undefined, 1));
  }

  /** Starts a command. */
  start(argv: readonly string[], environment: NodeJS.ProcessEnv = {}): CliProcess {
    const { PATH, HOME, TMPDIR } = process.env;
    return new CliProcess(argv, {
      PATH,
      HOME,
      TMPDIR,
      LANG: 'en_US.UTF-8',
      NO_COLOR: '1',
      UNDERSTUDY_HOME: this.home,
      ...environment,
    });
  }

  /** Runs a command to its end. */
  run(argv: readonly string[], environment?: NodeJS.ProcessEnv): Promise<CliResult> {
    return this.start(argv, environment).result;
  }

  /** All runs in the store, the newest first. */
  async stored(): Promise<readonly StoredRun[]> {
    await using store = await openStore({ path: join(this.home, 'understudy.db') });
    const runs: StoredRun[] = [];
    for (const run of await store.listRuns()) {
      const counts = await store.countSamples(run.id);
      runs.push({ run, samples: Array.from(counts.values()).reduce((sum, { stored }) => sum + stored, 0) });
    }
    return runs;
  }

  /** Waits until the newest run has some samples; returns how many. */
  async waitForSamples(more: number): Promise<number> {
    for (;;) {
      const [newest] = await this.stored();
      if (newest !== undefined && newest.samples > more) return newest.samples;
      await setTimeout(50);
    }
  }

  [Symbol.dispose](): void {
    for (const model of this.#models) model[Symbol.dispose]();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
