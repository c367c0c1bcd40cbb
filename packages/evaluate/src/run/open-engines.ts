import type { Engine } from '@understudy/core';
import type { EngineChoice, OpenModel } from '@understudy/engines';
import { isSampled, type TaskDefinition } from '@understudy/tasks';
import type { EvaluateOptions } from './evaluate-options.js';
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

/** Opens the engines that the tasks need, side by side, and tells which they are and why. */
export async function openEngines(
  model: OpenModel,
  { tasks, genKwargs }: { readonly tasks: readonly TaskDefinition[]; readonly genKwargs: EvaluateOptions['genKwargs'] },
  emit: (event: RunEvent) => void,
): Promise<RunEngines> {
  const generating = tasks.filter(({ config }) => config.output_type === 'generate_until');
  const samples = generating.some(({ config }) => isSampled(config, genKwargs));
  const [scoring, generation] = await Promise.all([
    generating.length < tasks.length ? model.scoring() : undefined,
    generating.length > 0 ? (samples ? model.sampling() : model.greedy()) : undefined,
  ]);
  const choices = {
    scoring: model.choices.scoring,
    generation: samples ? model.choices.sampling : model.choices.greedy,
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
