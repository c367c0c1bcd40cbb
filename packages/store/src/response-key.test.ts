import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { GenerateRequest, Sampling, ScoreRequest } from '@understudy/core';
import { responseKeys, type ResponseOrigin } from './response-key.js';

const origin: ResponseOrigin = {
  identity: 'a'.repeat(64),
  engine: 'onnx',
  build: 'onnxruntime 1.30.0 avx2',
  compute: 'f32',
  kvType: 'f32',
  attention: 'tree',
  deterministic: false,
  threads: 2,
  adapters: [],
};
const place = { id: 1, task: 'arc_easy', document: 0, sharedPrefix: 0 };
const greedy: Sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 1 };

function score(context: readonly number[], continuation: readonly number[]): ScoreRequest {
  return {
    ...place,
    prompt: { kind: 'tokens', context: Int32Array.from(context), continuation: Int32Array.from(continuation) },
  };
}

function generate(changes: Partial<GenerateRequest> = {}): GenerateRequest {
  const prompt = { kind: 'tokens', tokens: Int32Array.of(1, 2) } as const;
  return { ...place, prompt, maxTokens: 256, stop: ['\n\n'], sampling: greedy, ...changes };
}

it('is the SHA-256 of origin and request as documented', () => {
  const fields = [1, origin.identity, 'onnx', 'onnxruntime 1.30.0 avx2', 'f32', 'f32', 'tree', false, []];
  const prefix = createHash('sha256').update(JSON.stringify(fields)).digest();
  const request = Buffer.from(Int32Array.of(2, 7, 8, 1, 9).buffer);
  const expected = createHash('sha256').update(prefix).update('score-tokens\0').update(request).digest('hex');
  expect(responseKeys(origin)(score([7, 8], [9]))).toBe(expected);
});

it('does not depend on where the request belongs', () => {
  const key = responseKeys(origin);
  const elsewhere = { ...score([7, 8], [9]), id: 5, task: 'piqa', document: 3, sharedPrefix: 2 };
  expect(key(elsewhere)).toBe(key(score([7, 8], [9])));
});

it('does not depend on the number of threads and a draft unless bits are promised', () => {
  const request = score([7, 8], [9]);
  expect(responseKeys({ ...origin, draft: 'f'.repeat(64) })(request)).toBe(responseKeys(origin)(request));
  expect(responseKeys({ ...origin, threads: 8 })(request)).toBe(responseKeys(origin)(request));
});

it('differs by everything that can change a response', () => {
  const changes: readonly Partial<ResponseOrigin>[] = [
    {},
    { identity: 'c'.repeat(64) },
    { engine: 'llama' },
    { build: 'onnxruntime 1.30.0 avx512' },
    { compute: 'f16' },
    { kvType: 'f16' },
    { attention: 'flash' },
    { deterministic: true },
    { deterministic: true, threads: 3 },
    { adapters: [{ identity: 'd'.repeat(64), scale: 1 }] },
    { adapters: [{ identity: 'd'.repeat(64), scale: 0.5 }] },
    { adapters: [{ identity: 'e'.repeat(64), scale: 1 }] },
    { deterministic: true, draft: 'f'.repeat(64) },
    { rope: { scaling: 'linear', scale: 4 } },
    { rope: { scaling: 'yarn', scale: 4 } },
    { rope: { freqBase: 4 } },
    { serverFingerprint: null },
    { serverFingerprint: 'fp_1' },
  ];
  const key = responseKeys(origin);
  const sampled = { ...greedy, temperature: 0.7 };
  const keys = [
    ...changes.map((change) => responseKeys({ ...origin, ...change })(score([7, 8], [9]))),
    key(score([7], [8, 9])),
    key(score([8, 7], [9])),
    key({ ...place, prompt: { kind: 'text', context: 'a', continuation: 'b' } }),
    key({ ...place, prompt: { kind: 'text', context: 'ab', continuation: '' } }),
    key(generate()),
    key(generate({ maxTokens: 255 })),
    key(generate({ stop: ['\n', '\n'] })),
    key(generate({ prompt: { kind: 'text', text: 'x' } })),
    key(generate({ prompt: { kind: 'chat', messages: [{ role: 'user', content: 'x' }] } })),
    key(generate({ prompt: { kind: 'chat', messages: [{ role: 'system', content: 'x' }] } })),
    key(generate({ sampling: sampled })),
    key(generate({ sampling: { ...sampled, seed: 2 } })),
    key(generate({ sampling: { ...sampled, topP: 0.9 } })),
    key(generate({ sampling: { ...sampled, typicalP: 0.9 } })),
    key(generate({ decoding: { repetitionPenalty: 1.2 } })),
    key(generate({ decoding: { repetitionPenalty: 1.2, repetitionWindow: 64 } })),
    key(generate({ decoding: { presencePenalty: 1.2 } })),
    key(generate({ decoding: { frequencyPenalty: 1.2 } })),
    key(generate({ decoding: { noRepeatNgramSize: 2 } })),
    key(generate({ decoding: { minNewTokens: 2 } })),
    key(generate({ decoding: { guidance: { scale: 2, negativePrompt: undefined } } })),
    key(
      generate({ decoding: { guidance: { scale: 2, negativePrompt: { kind: 'tokens', tokens: Int32Array.of(1) } } } }),
    ),
    key(
      generate({ decoding: { guidance: { scale: 2, negativePrompt: { kind: 'tokens', tokens: Int32Array.of(2) } } } }),
    ),
    key(generate({ decoding: { constraint: { kind: 'grammar', grammar: 'root ::= "a"' } } })),
    key(generate({ decoding: { constraint: { kind: 'json-schema', schema: '{}' } } })),
    key(generate({ decoding: { beams: { count: 2, lengthPenalty: 1, earlyStopping: false } } })),
    key(generate({ decoding: { beams: { count: 2, lengthPenalty: 1, earlyStopping: 'never' } } })),
    key(generate({ decoding: { beams: { count: 2, lengthPenalty: 0, earlyStopping: false } } })),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

it('is one for all seeds when decoding is greedy', () => {
  const key = responseKeys(origin);
  expect(key(generate({ sampling: { ...greedy, seed: 99, topK: 40 } }))).toBe(key(generate()));
});

it('is what it was before there was another way to decode, where none is asked for', () => {
  const key = responseKeys(origin);
  const none = { repetitionPenalty: undefined, presencePenalty: undefined };
  expect(key(generate({ decoding: none }))).toBe(key(generate()));
  const sampled = { ...greedy, temperature: 0.7 };
  expect(key(generate({ sampling: { ...sampled, typicalP: undefined } }))).toBe(key(generate({ sampling: sampled })));
  const settings = JSON.stringify(['generate', 256, ['\n\n'], ['greedy']]);
  const prefix = createHash('sha256')
    .update(JSON.stringify([1, origin.identity, origin.engine, origin.build, 'f32', 'f32', 'tree', false, []]))
    .digest();
  const tokens = Buffer.from(Int32Array.of(2, 1, 2).buffer);
  const expected = createHash('sha256').update(prefix).update(`${settings}\0tokens\0`).update(tokens).digest('hex');
  expect(key(generate())).toBe(expected);
});
