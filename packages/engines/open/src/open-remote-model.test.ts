import type { EngineSettings, Price, RemoteModel } from '@understudy/core';
import { SpendingLimit } from '@understudy/engine-http/spending';
import { testSettings } from '@understudy/engine-http/testing';
import { describe, expect, it } from 'vitest';
import { openModel } from './open-any-model.js';
import type { RemoteUse } from './open-remote-model.js';

const price: Price = { input: 1, output: 2, currency: 'USD', date: '2026-11-25', source: 'test' };

const model: RemoteModel = {
  name: 'openai:gpt-x',
  api: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  model: 'gpt-x',
  keyVariables: ['OPENAI_API_KEY'],
  isKeyRequired: true,
  price: null,
};

const settings: EngineSettings = {
  engine: 'auto',
  compute: 'auto',
  kvType: undefined,
  threads: undefined,
  gpuLayers: 0,
  contextLength: undefined,
  deterministic: false,
};

const open = (changes: Partial<RemoteUse> = {}, known: Price | null = null) =>
  openModel({
    model: { ...model, price: known },
    settings,
    home: '',
    remote: {
      settings: testSettings(),
      price: null,
      limit: undefined,
      environment: { OPENAI_API_KEY: 'sk-x' },
      ...changes,
    },
  });

describe('a remote model', () => {
  it('has one engine for everything, which is not opened before it is asked for', () => {
    const { choices } = open();
    expect(choices.scoring).toEqual({ engine: 'openai', compute: 'native', reason: 'Somebody else serves the model.' });
    expect(choices.greedy).toBe(choices.scoring);
    expect(choices.sampling).toBe(choices.scoring);
  });

  it('is refused without the key that it needs, naming the variable', () => {
    for (const environment of [{}, { OPENAI_API_KEY: ' ' }, { UNDERSTUDY_API_KEY: 'x' }]) {
      expect(() => open({ environment })).toThrow(
        expect.objectContaining({ code: 'key-missing', hint: expect.stringContaining('OPENAI_API_KEY') }),
      );
    }
  });

  it.each([
    [{ engine: 'onnx' } as const, '--engine onnx'],
    [{ compute: 'f16' } as const, '--compute f16'],
    [{ contextLength: 64 }, '--context 64'],
    [{ deterministic: true }, '--deterministic'],
    [{ rope: { scale: 2 } }, '--rope-scale'],
  ])('is refused with what changes a model that runs here, as a script is: %o', (changes, option) => {
    for (const one of [model, { name: 'scripted:x.yaml', script: 'x.yaml' }]) {
      expect(() => openModel({ model: one, settings: { ...settings, ...changes }, home: '' })).toThrow(
        expect.objectContaining({ code: 'settings-not-local', message: expect.stringContaining(option) }),
      );
    }
  });

  it('is refused with a spending limit that cannot be kept: an unknown price is not 0', () => {
    const limit = new SpendingLimit(5, 'USD');
    expect(() => open({ limit })).toThrow(expect.objectContaining({ code: 'price-unknown' }));
    expect(() => open({ limit }, { ...price, currency: 'EUR' })).toThrow(
      expect.objectContaining({ code: 'currency-differs' }),
    );
  });

  it("is used with a limit by its own price, or by the user's", () => {
    const limit = new SpendingLimit(5, 'USD');
    expect(() => open({ limit }, price)).not.toThrow();
    expect(() => open({ limit, price })).not.toThrow();
  });
});
