import type { Dataset, DatasetRequest } from '@understudy/datasets';
import type { ChatRenderer } from '../chat/chat-message.js';
import type { OutputType, TaskConfig } from '../format/task-config.js';
import type { DocumentScore, TaskResponse } from './document-score.js';
import type { DocumentOptions, TaskDocument } from './task-document.js';

/** What a task needs to be opened. */
export interface TaskOptions {
  /** Opens data sets: `openDataset` of `@understudy/datasets` with the caller's settings bound. */
  readonly openDataset: (request: DatasetRequest) => Promise<Dataset>;
  /** `--num_fewshot`; a task whose file says 0 keeps it. */
  readonly numFewshot?: number | undefined;
  /** Seed of the few-shot draws; undefined draws anew in each run. */
  readonly fewshotSeed: number | undefined;
  readonly systemInstruction?: string | undefined;
  /** The model's chat template; undefined writes prompts as plain text. */
  readonly chat?: ChatRenderer | undefined;
  /** With a chat template, true unless said otherwise. */
  readonly fewshotAsMultiturn?: boolean | undefined;
  /** `--gen_kwargs`, over the task's own. */
  readonly genKwargs?: Readonly<Record<string, unknown>> | undefined;
  /** Only the answers are wanted; no metrics. */
  readonly predictOnly?: boolean | undefined;
}

/** A task with its data set opened: gives documents with requests, and scores responses. */
export interface Task {
  readonly name: string;
  /** Name to show: `task_alias`, else the name. */
  readonly alias: string;
  readonly config: TaskConfig;
  /** `metadata.version`; `Yaml` where the file has none, as the reference harness reports it. */
  readonly version: string | number;
  readonly outputType: OutputType;
  /** Examples in front of each question. */
  readonly numFewshot: number;
  /** The data set's commit on the hub; undefined for local files. */
  readonly datasetCommit: string | undefined;
  /** Documents of the evaluated split. */
  readonly documentCount: number;
  /** By metric. */
  readonly higherIsBetter: Readonly<Record<string, boolean>>;
  /** Names of the filter pipelines, in order. */
  readonly filters: readonly string[];
  /** How many documents the options ask for, `isWanted` aside. Throws `UserError` as `documents`. */
  countDocuments(options?: DocumentOptions): number;
  /** The documents in order, rows read in pieces. Few-shot draws begin anew with each call. */
  documents(options?: DocumentOptions): AsyncGenerator<TaskDocument>;
  /** Scores one document by the responses to its requests, in their order. */
  score(document: TaskDocument, responses: readonly TaskResponse[]): DocumentScore;
  /** The document as JSON on one line, as Python's `json.dumps` writes it. */
  documentJson(document: TaskDocument): string;
  /** The configuration in the shape of the reference harness's `configs`. */
  configForReport(): Readonly<Record<string, unknown>>;
}
