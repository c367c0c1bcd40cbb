import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from '@understudy/core';
// The conversion runs in a process of its own, whose entry is the built one.
import { convertModel } from '@understudy/engine-llama';
import { readGguf } from '@understudy/gguf';
import { writeTinyModel, type TinyModel } from '../testing/tiny-model.js';
import { checkDiskSpace } from './check-disk-space.js';

let model: TinyModel;
let folder: string;

beforeEach(() => {
  model = writeTinyModel();
  folder = mkdtempSync(path.join(tmpdir(), 'understudy-convert-'));
});

afterEach(() => {
  model[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

function types(file: string): readonly string[] {
  return [...new Set(readGguf(file).tensors.map(({ type }) => type.toLowerCase()))].toSorted();
}

describe('convertModel', () => {
  it('writes the format that was asked for, and tells its progress', async () => {
    const progress: Progress[] = [];
    const target = path.join(folder, 'new', 'tiny.q8_0.gguf');
    await convertModel({ source: model.path, target, type: 'q8_0', onProgress: (step) => progress.push(step) });
    expect(types(target)).toEqual(['f32', 'q8_0']);
    expect(progress.at(-1)).toMatchObject({ label: 'tiny.gguf', done: 21, total: 21, unit: 'steps' });
    const back = path.join(folder, 'tiny.f32.gguf');
    await convertModel({ source: target, target: back, type: 'f32', threads: 1 });
    expect(types(back)).toEqual(['f32']);
  });

  it('leaves nothing behind when the source is no model, and keeps what was there', async () => {
    const target = path.join(folder, 'kept.gguf');
    writeFileSync(target, 'kept');
    writeFileSync(model.path, 'not a model');
    await expect(convertModel({ source: model.path, target, type: 'f16' })).rejects.toMatchObject({
      code: 'gguf-invalid',
    });
    expect(readdirSync(folder)).toEqual(['kept.gguf']);
  });

  it('stops with the reason of the signal and leaves nothing behind', async () => {
    const abort = new AbortController();
    const target = path.join(folder, 'x.gguf');
    const running = convertModel({
      source: model.path,
      target,
      type: 'f16',
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('checkDiskSpace', () => {
  it('refuses what does not fit, before anything is written', async () => {
    await expect(checkDiskSpace(path.join(folder, 'x'), 2 ** 60)).rejects.toMatchObject({
      code: 'disk-full',
      party: 'user',
    });
    await expect(checkDiskSpace(path.join(folder, 'x'), 1)).resolves.toBeUndefined();
  });
});
