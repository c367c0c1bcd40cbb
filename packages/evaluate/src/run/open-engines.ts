import type { Engine } from '@understudy/core';
import type { OpenModel } from '@understudy/engines';
import type { TaskDefinition } from '@understudy/tasks';
import type { RunEvent } from './run-event.js';

/** The engines a selection needs; one and the same where it does both. */
export interface RunEngines {
  readonly scoring: Engine | undefined;
  readonly generation: Engine | undefined;
  /** Each engine once. */
  readonly all: readonly Engine[];
}

/** Opens the engines that the tasks need, side by side, and tells which they are and why. */
export async function openEngines(
  model: OpenModel,
  tasks: readonly TaskDefinition[],
  emit: (event: RunEvent) => void,
): Promise<RunEngines> {
  const generates = tasks.filter(({ config }) => config.output_type === 'generate_until').length;
  const [scoring, generation] = await Promise.all([
    generates < tasks.length ? model.scoring() : undefined,
    generates > 0 ? model.generation() : undefined,
  ]);
  const { choices } = model;
  if (scoring !== undefined)
    emit({ type: 'engine-opened', purpose: 'scoring', info: scoring.info, reason: choices.scoring.reason });
  if (generation !== undefined && generation !== scoring) {
    emit({ type: 'engine-opened', purpose: 'generation', info: generation.info, reason: choices.generation.reason });
  }
  const all = [...new Set([scoring, generation].filter((engine) => engine !== undefined))];
  return { scoring, generation, all };
}

/** The engine that a task's requests go to. */
export function engineFor(outputType: string, engines: RunEngines): Engine {
  return (outputType === 'generate_until' ? engines.generation : engines.scoring)!;
}
