import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeGguf } from '@understudy/gguf/testing';
import { expect, it } from 'vitest';
import { TINY_LLAMA, tinyModel } from '../testing/tiny-model.js';
import { matrixProductSpeed, modelOperations, openTextModel } from './index.js';

it('modelOperations are two for each weight of a matrix, and four for each element of a head attended to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onnx-'));
  const path = join(folder, 'model.gguf');
  const file = tinyModel(TINY_LLAMA);
  writeGguf(path, file);
  const inLayers = file.tensors.filter(({ name, shape }) => name.startsWith('blk.') && shape.length === 2);
  expect(modelOperations(openTextModel({ paths: [path] }))).toEqual({
    perToken: 2 * inLayers.reduce((sum, { values }) => sum + values.length, 0),
    perAttendedToken: 2 * 4 * 4 * 16,
    perRow: 2 * 48 * 60,
  });
  rmSync(folder, { recursive: true });
});

it('matrixProductSpeed is a number of operations a second', async () => {
  const speed = await matrixProductSpeed({ threads: 1, length: 64, repeats: 2 });
  expect(speed).toBeGreaterThan(0);
  expect(speed).toBeLessThan(Number.POSITIVE_INFINITY);
});
