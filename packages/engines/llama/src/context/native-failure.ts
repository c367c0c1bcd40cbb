import { EngineError } from '@understudy/core';
import type { NativeLogLine } from '../binding/native-log.js';

/** What llama.cpp logs, what it means, and how to go on. The first match counts. */
const CAUSES: readonly { readonly pattern: RegExp; readonly code: string; readonly hint: string }[] = [
  {
    pattern: /(?:unknown|unsupported) model architecture: '([^']*)'/,
    code: 'unknown-architecture',
    hint: 'Choose another model; this one needs a newer llama.cpp than the one Understudy ships.',
  },
  {
    pattern: /invalid magic characters/,
    code: 'gguf-invalid',
    hint: 'Give a GGUF file; other formats have to be converted first.',
  },
  {
    pattern: /not within the file bounds|failed to read|exceeds remaining file size|corrupted model/,
    code: 'gguf-truncated',
    hint: 'Fetch the file again: it is incomplete.',
  },
  {
    pattern: /failed to allocate|unable to allocate|cannot allocate|std::bad_alloc|out of memory/i,
    code: 'out-of-memory',
    hint: 'Use a smaller model, a smaller --context, a smaller compute format, or a machine with more memory.',
  },
  {
    pattern:
      /does not exist in base model|has incorrect shape|lora_a tensor is not transposed|is missing one component/,
    code: 'adapter-unfit',
    hint: 'Choose the adapter for the model that it was trained on.',
  },
  { pattern: /failed to open/, code: 'model-file-unreadable', hint: 'Check that the file exists and may be read.' },
];

/** What was attempted when native code failed. */
export interface NativeFailureContext {
  /** e.g. `Loading model.gguf`. */
  readonly attempt: string;
  /** Code when the log says nothing known. */
  readonly fallbackCode: string;
  /** Lines logged meanwhile. */
  readonly lines: readonly NativeLogLine[];
}

/** An error from what llama.cpp logged: its calls only say that they failed. */
export function nativeFailure({ attempt, fallbackCode, lines }: NativeFailureContext): EngineError {
  const errors = lines.filter(({ isError }) => isError).map(({ text }) => text);
  const cause = CAUSES.find(({ pattern }) => errors.some((line) => pattern.test(line)));
  const telling = errors.find((line) => cause?.pattern.test(line)) ?? errors.find((line) => /[a-z]/i.test(line));
  const reason = (telling ?? 'llama.cpp gave no reason').replace(/^\w+: |^\s*ERROR:\s*/g, '').replace(/[.!\s]+$/, '');
  return new EngineError({
    code: cause?.code ?? fallbackCode,
    message: `${attempt}: ${reason}.`,
    hint: cause?.hint,
    values: { nativeLines: lines.slice(-20).map(({ text }) => text) },
  });
}
