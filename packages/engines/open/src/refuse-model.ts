import { CONVERT_HINT } from '@understudy/checkpoint';
import { UserError } from '@understudy/core';
import { BYTES_PER_WEIGHT } from './compute-bytes.js';
import type { EngineFacts, LocalChoice } from './engine-choice.js';
import { gibibytes } from './gibibytes.js';

/** Refuses a model that the onnx engine has no graph for. */
export function requireGraph({ graphMismatch, llamaMismatch, architecture }: EngineFacts): void {
  if (graphMismatch === undefined) return;
  throw new UserError({
    code: 'no-graph',
    message: `The onnx engine has no graph for the model of architecture '${architecture}': ${graphMismatch}`,
    hint: llamaMismatch === undefined ? 'Use --engine llama, or leave --engine out.' : CONVERT_HINT,
  });
}

/** Refuses what only the llama engine does, for a model that it cannot read. */
export function requireLlama({ llamaMismatch }: EngineFacts, option: string): void {
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

/** Refuses what needs more than the whole memory. */
export function refuseTooLarge(facts: EngineFacts, { compute, engine }: LocalChoice): void {
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
