import type { ChatTemplate, EngineSettings, OnProgress, ResolvedModel } from '@understudy/core';
import type { TaskLibrary, TaskOptions } from '@understudy/tasks';
import type { OpenModel, OpenModelOptions } from '@understudy/engines';
import type { JsonObject, Store } from '@understudy/store';

/** Seeds of the reference harness; `fewshot` decides the examples drawn, `random` the sampling of texts. */
export interface Seeds {
  readonly random: number;
  readonly numpy: number;
  readonly torch: number;
  readonly fewshot: number;
}

/** One model on some tasks. Names and meanings are those of the reference harness's options. */
export interface EvaluateOptions {
  /** Model spec. */
  readonly model: string;
  /** Names, wildcards or paths of tasks. */
  readonly tasks: readonly string[];
  readonly numFewshot?: number | undefined;
  /** Documents a task: a count, or below 1 a share. */
  readonly limit?: number | undefined;
  /** Document numbers by task, instead of the first ones. */
  readonly samples?: Readonly<Record<string, readonly number[]>> | undefined;
  /** True: the model's own chat template, else its card's. */
  readonly applyChatTemplate: boolean | ChatTemplate;
  readonly systemInstruction?: string | undefined;
  readonly fewshotAsMultiturn?: boolean | undefined;
  readonly genKwargs?: Readonly<Record<string, unknown>> | undefined;
  readonly seeds: Seeds;
  readonly engine: EngineSettings;
  /** Store the responses without scoring them. */
  readonly predictOnly: boolean;
  /** False: begin a new run even where one could be gone on with, and take nothing from the cache. */
  readonly resume: boolean;
  /** What the user gave, to be stored with the run. */
  readonly command: JsonObject;
  readonly signal?: AbortSignal | undefined;
}

/** What a run works with; each can be replaced in tests. */
export interface EvaluateServices {
  readonly store: Store;
  readonly library: TaskLibrary;
  readonly openDataset: TaskOptions['openDataset'];
  readonly resolveModel: (
    spec: string,
    options: { onProgress: OnProgress; signal?: AbortSignal | undefined },
  ) => Promise<ResolvedModel>;
  readonly openModel: (options: Pick<OpenModelOptions, 'model' | 'settings' | 'onProgress' | 'signal'>) => OpenModel;
  /** Version of Understudy. */
  readonly version: string;
}
