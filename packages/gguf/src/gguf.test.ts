import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnderstudyError } from '@understudy/core';
import { array, assert, nat, property, tuple } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeModel } from './describe-model.js';
import { findParts } from './find-parts.js';
import { kvCacheElements } from './kv-cache-elements.js';
import { readGguf } from './read-gguf.js';
import { readModel } from './read-model.js';
import { encodeGguf, writeGguf, type WritableGguf, type WritableValue } from './testing/index.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gguf-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const text = (value: string): WritableValue => ({ type: 'string', value });
const count = (value: number): WritableValue => ({ type: 'uint32', value });

const SMALL: WritableGguf = {
  metadata: {
    'general.architecture': text('llama'),
    'general.file_type': count(0),
    'llama.block_count': count(2),
    'llama.context_length': count(128),
    'llama.embedding_length': count(8),
    'llama.attention.head_count': count(4),
    'llama.attention.head_count_kv': { type: 'array', elementType: 'int32', value: [2, 1] },
    'tokenizer.ggml.tokens': { type: 'array', elementType: 'string', value: ['a', 'é', '<s>'] },
    'tokenizer.chat_template': text('{{ messages }}'),
    'test.big': { type: 'uint64', value: 2n ** 63n },
    'test.negative': { type: 'int64', value: -5n },
    'test.half': { type: 'float64', value: 0.5 },
    'test.flag': { type: 'bool', value: true },
  },
  tensors: [
    { name: 'token_embd.weight', shape: [8, 3], values: Float32Array.from({ length: 24 }, (_, i) => i) },
    { name: 'output_norm.weight', shape: [8], values: new Float32Array(8).fill(1) },
  ],
};

function written(name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (UnderstudyError.isInstance(error)) {
      return error.code;
    }
    throw error;
  }
  return 'no error';
}

describe('readGguf', () => {
  it.each([2, 3])('reads metadata and tensors of version %i', (version) => {
    const path = written(`v${version}.gguf`, encodeGguf({ ...SMALL, version }));
    const file = readGguf(path);
    expect(file.version).toBe(version);
    expect(file.metadata.get('test.big')).toBe(2n ** 63n);
    expect(file.metadata.get('test.negative')).toBe(-5);
    expect(file.metadata.get('test.half')).toBe(0.5);
    expect(file.metadata.get('test.flag')).toBe(true);
    expect(
      file.tensors.map(({ name, type, shape, elements, sizeBytes }) => ({ name, type, shape, elements, sizeBytes })),
    ).toEqual([
      { name: 'token_embd.weight', type: 'F32', shape: [8, 3], elements: 24, sizeBytes: 96 },
      { name: 'output_norm.weight', type: 'F32', shape: [8], elements: 8, sizeBytes: 32 },
    ]);
    const [embedding] = file.tensors;
    const bytes = encodeGguf({ ...SMALL, version });
    expect(bytes.readFloatLE((embedding?.offset ?? 0) + 4 * 23)).toBe(23);
  });

  it('leaves the elements of arrays in the file until they are asked for', () => {
    const tokens = readGguf(written('lazy.gguf', encodeGguf(SMALL))).metadata.get('tokenizer.ggml.tokens');
    expect(typeof tokens === 'object' && tokens.length).toBe(3);
    expect(typeof tokens === 'object' && tokens.values()).toEqual(['a', 'é', '<s>']);
  });

  it('says what is wrong with a file that is none, is empty, is missing or has an unknown version', () => {
    expect(codeOf(() => readGguf(written('magic.gguf', Buffer.from('<!DOCTYPE html>'))))).toBe('gguf-magic');
    expect(codeOf(() => readGguf(written('empty.gguf', Buffer.alloc(0))))).toBe('gguf-magic');
    expect(codeOf(() => readGguf(join(folder, 'absent.gguf')))).toBe('gguf-not-readable');
    expect(codeOf(() => readGguf(written('v1.gguf', encodeGguf({ ...SMALL, version: 1 }))))).toBe('gguf-version');
  });

  it('refuses a file cut at any place', () => {
    const whole = encodeGguf(SMALL);
    for (let length = 4; length < whole.length; length += 3) {
      const code = codeOf(() => readGguf(written('cut.gguf', whole.subarray(0, length))));
      expect(['gguf-truncated', 'gguf-bounds'], `cut at ${length}`).toContain(code);
    }
  });

  it('never reads out of bounds or fails otherwise than with an error of its own, whatever bytes are changed', () => {
    const whole = encodeGguf(SMALL);
    assert(
      property(array(tuple(nat(whole.length - 5), nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Buffer.from(whole);
        changes.forEach(([at, value]) => bytes.writeUInt8(value, at + 4));
        const code = codeOf(() => readGguf(written('fuzz.gguf', bytes)));
        expect(code).toMatch(/^(no error|gguf-.*)$/);
      }),
      { numRuns: 500 },
    );
  });
});

function part(number: number, tensors: WritableGguf['tensors'], name = 'm'): string {
  const path = join(folder, `${name}-0000${number + 1}-of-00002.gguf`);
  const split = { 'split.no': { type: 'uint16', value: number }, 'split.count': { type: 'uint16', value: 2 } } as const;
  writeGguf(path, { metadata: { ...(number === 0 ? SMALL.metadata : {}), ...split }, tensors });
  return path;
}

describe('a split model', () => {
  it('is found whole from any of its parts, and its tensors know their file', () => {
    const paths = [part(0, SMALL.tensors.slice(0, 1)), part(1, SMALL.tensors.slice(1))];
    expect(findParts(paths[1] ?? '')).toEqual(paths);
    const model = readModel(findParts(paths[0] ?? ''));
    expect(model.tensors.map((tensor) => tensor.path)).toEqual(paths);
    expect(describeModel(model).parameters).toBe(32);
  });

  it('is refused when a part is missing, in the wrong place, or repeats a tensor', () => {
    const alone = part(0, SMALL.tensors, 'alone');
    expect(codeOf(() => findParts(alone))).toBe('gguf-part-missing');
    const [first, second] = [part(0, SMALL.tensors, 'x'), part(1, SMALL.tensors, 'x')];
    expect(codeOf(() => readModel([second, first]))).toBe('gguf-parts');
    expect(codeOf(() => readModel([first, second]))).toBe('gguf-parts');
  });

  it('is a single file under any other name', () => {
    expect(findParts('/models/a-1-of-2.gguf')).toEqual(['/models/a-1-of-2.gguf']);
  });
});

describe('describeModel', () => {
  it('names architecture, sizes, quantisation and template', () => {
    const model = readModel([written('describe.gguf', encodeGguf(SMALL))]);
    const description = describeModel(model);
    expect(description).toMatchObject({
      architecture: 'llama',
      parameters: 32,
      quantization: 'F32',
      contextLength: 128,
      layers: 2,
      heads: 4,
      kvHeads: [2, 1],
      keyLength: 2,
      valueLength: 2,
      vocabularySize: 3,
      chatTemplate: '{{ messages }}',
    });
    expect(kvCacheElements(description, 10)).toBe(10 * 3 * 4);
  });

  it('names the missing or wrong metadata', () => {
    const without = { ...SMALL, metadata: { 'general.architecture': text('llama') } };
    expect(codeOf(() => describeModel(readModel([written('without.gguf', encodeGguf(without))])))).toBe(
      'gguf-metadata',
    );
    const wrong = { ...SMALL, metadata: { ...SMALL.metadata, 'llama.block_count': text('two') } };
    expect(codeOf(() => describeModel(readModel([written('wrong.gguf', encodeGguf(wrong))])))).toBe('gguf-metadata');
  });
});

const models = process.env['UNDERSTUDY_TEST_MODELS'] ?? '';
const smollm2 = join(models, 'SmolLM2-135M-Instruct.Q4_1.gguf');
const gemma3 = join(models, 'gemma-3-270m-Q4_K_M.gguf');

describe.skipIf(models === '' || !existsSync(smollm2) || !existsSync(gemma3))(
  'the default models (UNDERSTUDY_TEST_MODELS)',
  () => {
    // As the gguf package of llama.cpp (Python) reads them.
    it('are described as the reference reader describes them', () => {
      expect(describeModel(readModel([smollm2]))).toMatchObject({
        parameters: 134_515_008,
        quantization: 'Q4_1',
        contextLength: 8192,
      });
      expect(describeModel(readModel([gemma3]))).toMatchObject({
        parameters: 268_098_176,
        quantization: 'Q4_K_M',
        slidingWindow: 512,
      });
      expect(readGguf(gemma3).tensors[1]).toMatchObject({
        name: 'token_embd.weight',
        type: 'Q8_0',
        offset: 6_527_680,
        sizeBytes: 178_257_920,
      });
      const tokens = readGguf(gemma3).metadata.get('tokenizer.ggml.tokens');
      expect(typeof tokens === 'object' && tokens.values().slice(0, 5)).toEqual([
        '<pad>',
        '<eos>',
        '<bos>',
        '<unk>',
        '<mask>',
      ]);
    });
  },
);
