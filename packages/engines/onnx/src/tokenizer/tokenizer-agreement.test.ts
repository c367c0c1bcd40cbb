import { existsSync } from 'node:fs';
import path from 'node:path';
import { benchmarkPrompts, hardTexts, testModel } from '@understudy/engine-llama/testing';
import { sample } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTextParts } from './open-text-parts.js';

/** Checkpoints of the default models, as `save_pretrained` writes them, in the folder `UNDERSTUDY_TEST_CHECKPOINTS`. */
const CHECKPOINTS = { smollm2: 'smollm2-135m-instruct', gemma3: 'gemma-3-270m' } as const;

/** SmolLM2's tokenizer.json has a token for bytes that the vocabulary lacks; llama.cpp leaves them out. */
const UNKNOWN = { smollm2: 0, gemma3: 3 } as const;

function checkpoint(name: keyof typeof CHECKPOINTS): string | undefined {
  const folder = path.join(process.env['UNDERSTUDY_TEST_CHECKPOINTS'] ?? '', CHECKPOINTS[name]);
  return existsSync(path.join(folder, 'tokenizer.json')) ? folder : undefined;
}

function without(tokens: Int32Array, unknown: number): readonly number[] {
  return [...tokens].filter((token) => token !== unknown);
}

describe.each(['smollm2', 'gemma3'] as const)(
  '%s (needs UNDERSTUDY_TEST_MODELS, UNDERSTUDY_TEST_CHECKPOINTS)',
  (name) => {
    const [gguf, folder] = [testModel(name), checkpoint(name)];

    it.skipIf(gguf === undefined || folder === undefined)(
      'has the same tokens by tokenizer.json and by GGUF',
      async () => {
        const apart = { pairsAreApart: false };
        using ours = openTextParts({ paths: [path.join(folder!, 'model.safetensors')] }, apart);
        using theirs = openTextParts({ paths: [gguf!] }, apart);
        const texts = [...sample(hardTexts, { numRuns: 500, seed: 7 }), ...benchmarkPrompts()];
        const [a, b] = await Promise.all(
          [ours, theirs].map(({ tokenizer }) => tokenizer.encode(texts, { addSpecial: true })),
        );
        expect(a!.map((tokens) => without(tokens, UNKNOWN[name]))).toEqual(
          b!.map((tokens) => without(tokens, UNKNOWN[name])),
        );
        const { vocabularySize, bos, eos, addsBos, prefix } = theirs.tokenizer.info;
        expect(ours.tokenizer.info).toMatchObject({ vocabularySize, bos, eos, addsBos, prefix });
      },
    );
  },
);
