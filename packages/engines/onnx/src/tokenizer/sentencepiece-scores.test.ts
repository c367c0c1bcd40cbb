import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ScoreRequest, TextPair } from '@understudy/core';
import { benchmarkPrompts, testFiles, testSettings, unpackCheckpoint } from '@understudy/engine-llama/testing';
import { readGguf } from '@understudy/gguf';
import { writeGguf, type WritableValue } from '@understudy/gguf/testing';
import { afterAll, expect, it } from 'vitest';
import { OnnxEngine } from '../onnx-engine.js';
import { sentencePiecePieces, unpackCheckpointFolder, useSentencePiece } from '../testing/checkpoint-fixtures.js';
import { collect, stream } from '../testing/tiny-requests.js';

const root = mkdtempSync(path.join(tmpdir(), 'understudy-sentencepiece-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The tiny llama's GGUF with the vocabulary that llama.cpp's converter writes for the SentencePiece model. */
function writeConverted(): string {
  using source = unpackCheckpoint('llama');
  const { metadata, tensors } = readGguf(source.path);
  const bytes = readFileSync(source.path);
  const pieces = [...sentencePiecePieces()];
  while (pieces.length < 512) pieces.push({ text: `[PAD${pieces.length}]`, score: -1000, type: 5 });
  const numbers = [...metadata].flatMap(([key, value]): readonly [string, WritableValue][] => {
    if (!key.startsWith('llama.') || typeof value !== 'number') return [];
    return [[key, { type: Number.isInteger(value) && !key.includes('rms') ? 'uint32' : 'float32', value }]];
  });
  const target = path.join(root, 'converted.gguf');
  writeGguf(target, {
    metadata: {
      'general.architecture': { type: 'string', value: 'llama' },
      ...Object.fromEntries(numbers),
      'tokenizer.ggml.model': { type: 'string', value: 'llama' },
      'tokenizer.ggml.tokens': { type: 'array', elementType: 'string', value: pieces.map(({ text }) => text) },
      'tokenizer.ggml.scores': { type: 'array', elementType: 'float32', value: pieces.map(({ score }) => score) },
      'tokenizer.ggml.token_type': { type: 'array', elementType: 'int32', value: pieces.map(({ type }) => type) },
      'tokenizer.ggml.bos_token_id': { type: 'uint32', value: 1 },
      'tokenizer.ggml.eos_token_id': { type: 'uint32', value: 2 },
      'tokenizer.ggml.unknown_token_id': { type: 'uint32', value: 0 },
      'tokenizer.ggml.add_bos_token': { type: 'bool', value: true },
    },
    tensors: tensors.map(({ name, shape, offset, elements }) => ({
      name,
      shape,
      values: Float32Array.from({ length: elements }, (_, i) => bytes.readFloatLE(offset + 4 * i)),
    })),
  });
  return target;
}

const PAIRS: readonly TextPair[] = [
  ...benchmarkPrompts()
    .slice(0, 4)
    .flatMap((context) => [' A', ' B'].map((continuation) => ({ context: context.slice(-90), continuation }))),
  { context: '', continuation: 'the people' },
  { context: 'the  people ', continuation: 'have\n\tmore' },
  { context: 'a</s>first', continuation: ' 漢字 😀' },
];

/** Tokens and log-probabilities of all pairs. */
async function scored(paths: readonly [string, ...string[]]) {
  await using engine = await OnnxEngine.open({ model: { ...testFiles(''), paths }, settings: testSettings() });
  const pairs = await engine.tokenizer.encodePairs(PAIRS);
  const requests = pairs.map((pair, id): ScoreRequest => ({
    id,
    task: 'test',
    document: id,
    sharedPrefix: 0,
    prompt: { kind: 'tokens', ...pair },
  }));
  const scores = await collect(engine.score(stream(requests)));
  return pairs.map(({ context, continuation }, id) => ({
    context: [...context],
    continuation: [...continuation],
    logProbability: scores.get(id)?.logProbability ?? Number.NaN,
  }));
}

it('scores texts like the GGUF that llama.cpp makes of the checkpoint', async () => {
  using checkpoint = unpackCheckpointFolder('llama');
  useSentencePiece(checkpoint.folder, 'llama');
  const [ours, theirs] = [await scored(checkpoint.paths), await scored([writeConverted()])];
  expect(ours.map(({ context, continuation }) => [context, continuation])).toEqual(
    theirs.map(({ context, continuation }) => [context, continuation]),
  );
  const differences = ours.map(({ logProbability }, i) => Math.abs(logProbability - theirs[i]!.logProbability));
  expect(Math.max(...differences)).toBeLessThanOrEqual(1e-4);
});
