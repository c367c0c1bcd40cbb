import type { ComputeFormat, EngineSettings, RemoteApi } from '@understudy/core';

/** What the rule looks at: the model, the settings and the machine. Never a timing, so that a command gives one score. */
export interface EngineFacts {
  readonly architecture: string;
  /** Number of weights. */
  readonly parameters: number;
  /** Size of the model's files. */
  readonly sizeBytes: number;
  /** Why the onnx engine has no graph for the model; undefined when it has one. */
  readonly graphMismatch: string | undefined;
  /** Why the llama engine cannot read the model's files; undefined when it can. */
  readonly llamaMismatch: string | undefined;
  /** What the onnx engine needs beside the weights. */
  readonly workingBytes: number;
  readonly memoryBytes: number;
  /** Tokens of a sliding window that the model has and its file leaves out; llama does not learn of it. */
  readonly hiddenWindow?: number | undefined;
}

/** The engines that run a model on this machine; the others are for models that are no files. */
export type LocalEngine = 'onnx' | 'llama';

/** Which engine, in which format, and why. */
export interface EngineChoice<Engine extends string = LocalEngine | RemoteApi | 'scripted'> {
  readonly engine: Engine;
  readonly compute: Exclude<ComputeFormat, 'auto'>;
  /** A sentence to be shown and stored. */
  readonly reason: string;
}

/** The engines for each kind of work; all compute in one format. */
export interface EngineChoices<Choice extends EngineChoice = EngineChoice> {
  readonly scoring: Choice;
  /** Texts whose next token is always the most probable one. */
  readonly greedy: Choice;
  /** Texts whose tokens are drawn by their probabilities. */
  readonly sampling: Choice;
}

/** The choice of an engine on this machine. */
export type LocalChoice = EngineChoice<LocalEngine>;

/** The settings that the rule looks at, and what goes with the model. */
export interface ChoiceSettings extends Pick<EngineSettings, 'engine' | 'compute' | 'kvType' | 'gpuLayers' | 'rope'> {
  readonly hasAdapters?: boolean | undefined;
  /** Another model drafts texts. */
  readonly hasDraft?: boolean | undefined;
}
