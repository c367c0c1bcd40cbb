import type { Engine } from '@understudy/core';
import type { EngineChoice, OpenModel } from '@understudy/engines';
import { checkDecoding } from '../plan/check-decoding.js';
import type { EngineNeeds } from './engine-needs.js';
import type { RunEvent } from './run-event.js';

/** The engines a selection needs; one and the same where it does both. */
export interface RunEngines {
  readonly scoring: Engine | undefined;
  readonly generation: Engine | undefined;
  /** Why they are the engines. */
  readonly choices: { readonly scoring: EngineChoice; readonly generation: EngineChoice };
  /** Each engine once. */
  readonly all: readonly Engine[];
}

/**
 * Opens the engines that are needed, side by side, and tells which they are and why.
 * @throws UserError `decoding-not-supported` when the engine for texts cannot decode as the tasks say
 */
export async function openEngines(
  model: OpenModel,
  { scores, texts, decoding }: EngineNeeds,
  emit: (event: RunEvent) => void,
): Promise<RunEngines> {
  const isGreedy = decoding.length === 0;
  const [scoring, generation] = await Promise.all([
    scores ? model.scoring() : undefined,
    texts ? (isGreedy ? model.greedy() : model.sampling()) : undefined,
  ]);
  if (generation !== undefined) checkDecoding(generation.info, decoding);
  const choices = {
    scoring: model.choices.scoring,
    generation: isGreedy ? model.choices.greedy : model.choices.sampling,
  };
  if (scoring !== undefined)
    emit({ type: 'engine-opened', purpose: 'scoring', info: scoring.info, reason: choices.scoring.reason });
  if (generation !== undefined && generation !== scoring) {
    emit({ type: 'engine-opened', purpose: 'generation', info: generation.info, reason: choices.generation.reason });
  }
  const all = [...new Set([scoring, generation].filter((engine) => engine !== undefined))];
  return { scoring, generation, choices, all };
}

/** The engine that a task's requests go to. */
export function engineFor(outputType: string, engines: RunEngines): Engine {
  return (outputType === 'generate_until' ? engines.generation : engines.scoring)!;
}
