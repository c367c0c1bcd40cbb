import { describe, expect, it } from 'vitest';
import { nativeFailure } from './native-failure.js';

function failure(...lines: readonly string[]): ReturnType<typeof nativeFailure> {
  return nativeFailure({
    attempt: 'Loading x.gguf',
    fallbackCode: 'model-load-failed',
    lines: [{ text: 'load: 3 unknown tokens', isError: false }, ...lines.map((text) => ({ text, isError: true }))],
  });
}

describe('nativeFailure', () => {
  it('finds the line that tells the reason, by the words of llama.cpp v0.5.0', () => {
    const codes = [
      ["llama_model_load: error loading model: unknown model architecture: 'x'", 'unknown-architecture'],
      ["gguf_init_from_file_impl: invalid magic characters: 'impo', expected 'GGUF'", 'gguf-invalid'],
      [
        "llama_model_load: error loading model: tensor 'a' data is not within the file bounds, model is corrupted",
        'gguf-truncated',
      ],
      ['alloc_tensor_range: failed to allocate CPU buffer of size 1000', 'out-of-memory'],
      ["gguf_init_from_file: failed to open GGUF file 'x' (No such file or directory)", 'model-file-unreadable'],
      ['quantize: something else', 'model-load-failed'],
    ] as const;
    for (const [line, code] of codes)
      expect(failure('llama_model_load_from_file_impl: failed to load model', line).code).toBe(code);
  });

  it('quotes that line, without the name of the C function, and keeps the last lines', () => {
    const error = failure('===========', ' ERROR: this quantization requires an importance matrix!');
    expect(error.message).toBe('Loading x.gguf: this quantization requires an importance matrix.');
    expect(error.values['nativeLines']).toHaveLength(3);
    expect(failure().message).toBe('Loading x.gguf: llama.cpp gave no reason.');
  });
});
