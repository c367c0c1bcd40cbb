import { CONVERT_HINT } from '@understudy/checkpoint';
import {
  UserError,
  type ComputeFormat,
  type EngineSettings,
  type RemoteApi,
  type RopeSettings,
} from '@understudy/core';
import { BYTES_PER_WEIGHT } from './compute-bytes.js';

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

type LocalChoice = EngineChoice<LocalEngine>;

/** The settings that the rule looks at, and what goes with the model. */
export interface ChoiceSettings extends Pick<EngineSettings, 'engine' | 'compute' | 'kvType' | 'gpuLayers' | 'rope'> {
  readonly hasAdapters?: boolean | undefined;
  /** Another model drafts texts. */
  readonly hasDraft?: boolean | undefined;
}

/**
 * The rule behind `--engine` and `--compute`. `auto`: llama when a setting asks for what only llama does; else onnx in F32 when
 * there is a graph for the model and 4 bytes a weight plus working memory fit in half of the memory; else llama in the file's own
 * format. What llama cannot read is computed by onnx or refused. Greedy texts come from the engine that scores; only llama decodes otherwise
 * or with drafts, in the same format.
 * @throws UserError where the settings ask for what cannot be, or the model needs more than the memory
 */
export function chooseEngines(facts: EngineFacts, settings: ChoiceSettings): EngineChoices<LocalChoice> {
  const scoring = withoutWindow(chooseScoring(facts, settings), facts);
  refuseTooLarge(facts, scoring);
  const sampling: LocalChoice =
    scoring.engine === 'llama'
      ? scoring
      : withoutWindow(
          {
            engine: 'llama',
            compute: scoring.compute,
            reason: 'Texts that are not plainly greedy are made by llama, in the format of the scores.',
          },
          facts,
        );
  return { scoring, greedy: settings.hasDraft === true ? drafted(sampling) : scoring, sampling };
}

/** Within the window's length, llama computes what the model does. */
function withoutWindow(choice: LocalChoice, { hiddenWindow }: EngineFacts): LocalChoice {
  if (hiddenWindow === undefined || choice.engine !== 'llama') return choice;
  const limit = `It knows nothing of the model's sliding window, so the context ends with it, at ${hiddenWindow} tokens.`;
  return { ...choice, reason: `${choice.reason} ${limit}` };
}

function drafted(sampling: LocalChoice): LocalChoice {
  return { ...sampling, reason: 'Asked for by --draft-model.' };
}

function chooseScoring(facts: EngineFacts, settings: ChoiceSettings): LocalChoice {
  const { engine, compute } = settings;
  const inLlama = { engine: 'llama', compute: compute === 'auto' ? 'native' : compute } as const;
  switch (engine) {
    case 'onnx':
      return forceOnnx(facts, settings);
    case 'llama':
      requireLlama(facts, '--engine llama');
      return { ...inLlama, reason: 'Asked for by --engine llama.' };
    case 'auto': {
      const option = onlyInLlama(settings);
      if (option === undefined) return facts.llamaMismatch === undefined ? byRule(facts, compute) : onlyOnnx(facts);
      requireLlama(facts, option);
      return { ...inLlama, reason: `Asked for by ${option}.` };
    }
    default:
      return engine satisfies never;
  }
}

/** The option that asks for what the onnx engine cannot do. */
function onlyInLlama(settings: ChoiceSettings): string | undefined {
  const { compute, kvType, gpuLayers } = settings;
  if (compute !== 'auto' && compute !== 'f32') return `--compute ${compute}`;
  if (gpuLayers > 0) return `--gpu-layers ${gpuLayers}`;
  if (kvType !== undefined && kvType !== 'f32') return `--kv-type ${kvType}`;
  return changesModel(settings);
}

/** The option that changes what the model computes, which the onnx engine must not ignore. */
function changesModel({ hasAdapters, rope }: ChoiceSettings): string | undefined {
  if (hasAdapters === true) return '--adapter';
  const [given] = Object.entries(rope ?? {}).filter(([, value]) => value !== undefined);
  return given && ROPE_FLAGS[given[0] as keyof RopeSettings];
}

const ROPE_FLAGS: Readonly<Record<keyof RopeSettings, string>> = {
  scaling: '--rope-scaling',
  scale: '--rope-scale',
  freqBase: '--rope-freq-base',
  yarnOrigCtx: '--yarn-orig-ctx',
  yarnExtFactor: '--yarn-ext-factor',
  yarnBetaFast: '--yarn-beta-fast',
  yarnBetaSlow: '--yarn-beta-slow',
};

function forceOnnx(facts: EngineFacts, settings: ChoiceSettings): LocalChoice {
  const { compute } = settings;
  const change = changesModel(settings);
  if (change !== undefined) {
    throw new UserError({
      code: 'engine-cannot',
      message: `The onnx engine cannot do what ${change} asks for.`,
      hint: 'Use --engine llama, or leave --engine out.',
    });
  }
  if (compute !== 'auto' && compute !== 'f32') {
    throw new UserError({
      code: 'compute-not-supported',
      message: `The onnx engine computes in f32, not in ${compute}.`,
      hint: `Use --engine llama --compute ${compute}, or leave --compute out.`,
    });
  }
  requireGraph(facts);
  return { engine: 'onnx', compute: 'f32', reason: 'Asked for by --engine onnx.' };
}

/** For a model that the llama engine cannot read. */
function onlyOnnx(facts: EngineFacts): LocalChoice {
  requireGraph(facts);
  return { engine: 'onnx', compute: 'f32', reason: `Only the onnx engine can read it: ${facts.llamaMismatch}` };
}

function requireGraph({ graphMismatch, llamaMismatch, architecture }: EngineFacts): void {
  if (graphMismatch === undefined) return;
  throw new UserError({
    code: 'no-graph',
    message: `The onnx engine has no graph for the model of architecture '${architecture}': ${graphMismatch}`,
    hint: llamaMismatch === undefined ? 'Use --engine llama, or leave --engine out.' : CONVERT_HINT,
  });
}

/** Refuses what only the llama engine does, for a model that it cannot read. */
function requireLlama({ llamaMismatch }: EngineFacts, option: string): void {
  if (llamaMismatch !== undefined) throw llamaCannotRead(llamaMismatch, option);
}

/** The error for a model that the llama engine was asked to run and cannot read. `what` asked for it. */
export function llamaCannotRead(mismatch: string, what: string): UserError {
  return new UserError({
    code: 'llama-needs-gguf',
    message: `${what} needs the llama engine, which cannot read the model: ${mismatch}`,
    hint: CONVERT_HINT,
  });
}

function byRule(facts: EngineFacts, compute: ComputeFormat): LocalChoice {
  const fallback = compute === 'auto' ? 'native' : 'f32';
  if (facts.graphMismatch !== undefined) {
    return {
      engine: 'llama',
      compute: fallback,
      reason: `There is no graph for the model of architecture '${facts.architecture}': ${facts.graphMismatch}`,
    };
  }
  const needed = facts.parameters * BYTES_PER_WEIGHT.f32 + facts.workingBytes;
  const sizes = `${gibibytes(needed)} in f32 against half of ${gibibytes(facts.memoryBytes)}`;
  if (needed > facts.memoryBytes / 2) {
    return {
      engine: 'llama',
      compute: fallback,
      reason: `The model takes too much memory for exact scores: ${sizes}.`,
    };
  }
  return { engine: 'onnx', compute: 'f32', reason: `The architecture has a graph and the model fits: ${sizes}.` };
}

function refuseTooLarge(facts: EngineFacts, { compute, engine }: LocalChoice): void {
  const weights = compute === 'native' ? facts.sizeBytes : facts.parameters * BYTES_PER_WEIGHT[compute];
  const needed = engine === 'onnx' ? weights + facts.workingBytes : weights;
  if (needed <= facts.memoryBytes) return;
  throw new UserError({
    code: 'model-too-large',
    message: `The model needs ${gibibytes(needed)} of memory for its weights in the format '${compute}'; this machine has ${gibibytes(facts.memoryBytes)}.`,
    hint: 'Take a smaller quantisation of the model, or --compute native or q4_0.',
    values: { neededBytes: needed, memoryBytes: facts.memoryBytes },
  });
}

function gibibytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(bytes < 10 * 2 ** 30 ? 2 : 0)} GiB`;
}
