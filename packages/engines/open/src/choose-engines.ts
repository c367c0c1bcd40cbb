import { UserError, type ComputeFormat } from '@understudy/core';
import { BYTES_PER_WEIGHT } from './compute-bytes.js';
import type { ChoiceSettings, EngineChoices, EngineFacts, LocalChoice } from './engine-choice.js';
import { gibibytes } from './gibibytes.js';
import { changesModel, onlyInLlama } from './only-in-llama.js';
import { refuseRope } from './refuse-rope.js';
import { refuseTooLarge, requireGraph, requireLlama } from './refuse-model.js';

/**
 * The rule behind `--engine` and `--compute`. `auto`: llama when a setting asks for what only llama does; else onnx in F32 when
 * there is a graph for the model and 4 bytes a weight plus working memory fit in half of the memory; else llama in the file's own
 * format. What llama cannot read is computed by onnx or refused. Greedy texts come from the engine that scores; only llama decodes otherwise
 * or with drafts, in the same format.
 * @throws UserError where the settings ask for what cannot be, or the model needs more than the memory
 */
export function chooseEngines(facts: EngineFacts, settings: ChoiceSettings): EngineChoices<LocalChoice> {
  refuseRope(settings.rope);
  const scoring = chooseScoring(facts, settings);
  refuseTooLarge(facts, scoring);
  const sampling: LocalChoice =
    scoring.engine === 'llama'
      ? scoring
      : {
          engine: 'llama',
          compute: scoring.compute,
          reason: 'Texts that are not plainly greedy are made by llama, in the format of the scores.',
        };
  const greedy = settings.hasDraft === true ? drafted(sampling) : scoring;
  const told = (choice: LocalChoice): LocalChoice => withoutWindow(choice, facts);
  return { scoring: told(scoring), greedy: told(greedy), sampling: told(sampling) };
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
