import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTinyModel, type TinyModel } from '../testing/tiny-model.js';
import { Context } from './context.js';
import type { ContextOptions } from './context-options.js';
import { Model } from './model.js';

let tiny: TinyModel;
let model: Model;

beforeAll(async () => {
  tiny = writeTinyModel();
  model = await Model.load({ paths: tiny.paths }, { gpuLayers: 0 });
});

afterAll(() => {
  model[Symbol.dispose]();
  tiny[Symbol.dispose]();
});

const OPTIONS: ContextOptions = {
  cells: 256,
  sequences: 4,
  batchTokens: 512,
  microBatchTokens: 512,
  maxRows: 16,
  threads: 1,
  kvType: 'f32',
  flashAttention: false,
  unified: true,
};

interface Added {
  readonly length: number;
  readonly sequence?: number;
  readonly wanted?: boolean;
}

function add(context: Context, { length, sequence = 0, wanted = false }: Added): void {
  const tokens = new Int32Array(length).fill(5);
  context.batch.add({ tokens, position: 0, sequences: [sequence], wanted: () => wanted });
}

describe('Context', () => {
  it('tells that its cells are full, and works on after they were freed', async () => {
    using context = await Context.create(model, OPTIONS);
    add(context, { length: 200 });
    await context.decode();
    add(context, { length: 200, sequence: 1 });
    await expect(context.decode()).rejects.toMatchObject({
      code: 'out-of-memory',
      message: expect.stringContaining('256 cells'),
    });
    context.clear();
    add(context, { length: 10, wanted: true });
    expect((await context.decode()).rows).toBe(10);
  });

  it('tells that memory is short', async () => {
    const making = Context.create(model, { ...OPTIONS, cells: 2 ** 31 - 2 ** 10 });
    await expect(making).rejects.toMatchObject({ name: 'EngineError', code: 'out-of-memory' });
  });

  it('refuses more tokens than its batch holds, and rows that are not there', async () => {
    using context = await Context.create(model, OPTIONS);
    expect(() => add(context, { length: 257 })).toThrow(expect.objectContaining({ code: 'batch-overflow' }));
    add(context, { length: 2, wanted: true });
    const logits = await context.decode();
    expect(logits.row(1)).toHaveLength(model.vocabulary.size);
    expect(() => logits.row(2)).toThrow(/row 2 of 2/);
  });

  it('keeps its model alive', async () => {
    const context = await Context.create(model, OPTIONS);
    expect(() => model[Symbol.dispose]()).toThrow(expect.objectContaining({ code: 'native-object-in-use' }));
    context[Symbol.dispose]();
    expect(() => context.clear()).toThrow(expect.objectContaining({ code: 'native-object-freed' }));
  });
});
