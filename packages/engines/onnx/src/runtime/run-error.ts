import { EngineError } from '@understudy/core';

/** What is told when the runtime fails in the midst of a computation. */
export function runError(attempt: string, values: Readonly<Record<string, unknown>>, cause: unknown): EngineError {
  return new EngineError({
    code: 'onnx-run',
    message: `${attempt}: ${cause instanceof Error ? cause.message : String(cause)}`,
    hint: 'If memory is short, close other programs or use --engine llama.',
    values,
    cause,
  });
}
