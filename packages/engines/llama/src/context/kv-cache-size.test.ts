import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeModel, kvCacheElements, readModel } from '@understudy/gguf';
import { describe, expect, it } from 'vitest';
import { native } from '../binding/native.js';
import { Context } from './context.js';
import { Model } from './model.js';

const folder = process.env['UNDERSTUDY_TEST_MODELS'] ?? '';
const NAMES = ['SmolLM2-135M-Instruct.Q4_1.gguf', 'gemma-3-270m-Q4_K_M.gguf'];

/** Bytes of the K/V caches that libllama reports in its log: one for layers with a sliding window, one for the others. */
async function reportedBytes(model: Model, cells: number, kvType: 'f16' | 'f32'): Promise<number> {
  const { log } = native();
  const mark = log.mark();
  const options = { cells, sequences: 1, batchTokens: 64, microBatchTokens: 64, maxRows: 1, threads: 1 };
  using context = await Context.create(model, { ...options, kvType, flashAttention: true, unified: true });
  context.clear();
  const sizes = log.since(mark).flatMap(({ text }) => /llama_kv_cache: size = +([\d.]+) MiB/.exec(text)?.[1] ?? []);
  return sizes.reduce((sum, size) => sum + Number(size), 0) * 2 ** 20;
}

describe.skipIf(!existsSync(join(folder, NAMES[0] ?? '')))(
  'the K/V cache (skipped without UNDERSTUDY_TEST_MODELS)',
  () => {
    it.each(NAMES)('of %s takes in libllama what the shape of the model says', async (name) => {
      const path = join(folder, name);
      using model = await Model.load({ paths: [path] }, { gpuLayers: 0 });
      const elements = kvCacheElements(describeModel(readModel([path])), 2048);
      expect(elements).toBeGreaterThan(2048 * 1000);
      // The log has two decimals of a MiB, of each of two caches.
      expect(Math.abs((await reportedBytes(model, 2048, 'f16')) - elements * 2)).toBeLessThan(0.011 * 2 ** 20);
      expect(Math.abs((await reportedBytes(model, 2048, 'f32')) - elements * 4)).toBeLessThan(0.011 * 2 ** 20);
    });
  },
);
