import { describe, expect, it } from 'vitest';
import { ARCHITECTURE_FIXTURES, architectureFixture, unpackCheckpoint } from '../testing/architecture-fixtures.js';
import { scoreParity, textParity } from '../testing/architecture-parity.js';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { fixturesThatAre, LLAMA_SUPPORT } from '../testing/llama-support.js';
import { LlamaEngine } from './llama-engine.js';

function open(path: string): Promise<LlamaEngine> {
  return LlamaEngine.open({ model: testFiles(path), settings: testSettings() });
}

describe('architectures in F32 with plain attention', () => {
  it('have a word each on what llama.cpp makes of them', () => {
    expect(Object.keys(LLAMA_SUPPORT).toSorted()).toEqual(ARCHITECTURE_FIXTURES);
  });

  it.each(fixturesThatAre('equal'))('$name: the reference within $tolerance nats', async ({ name, tolerance }) => {
    using checkpoint = unpackCheckpoint(name);
    await using engine = await open(checkpoint.path);
    const fixture = architectureFixture(name);
    const parity = await scoreParity(engine, fixture, { tolerance });
    expect(parity.worst).toBeLessThanOrEqual(tolerance);
    expect(parity.argMaxMisses).toBe(0);
    const { actual, expected } = await textParity(engine, fixture, tolerance);
    expect(actual).toEqual(expected);
  });

  it.each(fixturesThatAre('different'))('$name: other numbers, because $reason', async ({ name }) => {
    using checkpoint = unpackCheckpoint(name);
    await using engine = await open(checkpoint.path);
    const parity = await scoreParity(engine, architectureFixture(name), { tolerance: 1e-4 });
    expect(parity.worst).toBeGreaterThan(0.01);
  });

  it.each(fixturesThatAre('refused'))('$name: not loaded, because $reason', async ({ name, code }) => {
    using checkpoint = unpackCheckpoint(name);
    await expect(open(checkpoint.path)).rejects.toMatchObject({ code });
  });
});
