import {
  ARCHITECTURE_FIXTURES,
  architectureFixture,
  scoreParity,
  testFiles,
  testSettings,
  textParity,
  unpackCheckpoint,
} from '@understudy/engine-llama/testing';
import { describe, expect, it } from 'vitest';
import { OnnxEngine } from '../onnx-engine.js';
import { openTextModel } from '../open-text-model.js';
import { ModelGraphs } from '../runtime/model-graphs.js';
import { costModel } from '../score/cost-model.js';
import { Scorer } from '../score/scorer.js';

/** Nats a token. */
const TOLERANCE = 1e-4;

/** So that sequences go in chunks over a growing prefix, and documents in several passes. */
const SMALL_PASSES = { passTokens: 24, headRows: 5 };

describe.each(ARCHITECTURE_FIXTURES)('%s', (name) => {
  const fixture = architectureFixture(name);

  it('has the log-probabilities and the greedy texts of its reference implementation', async () => {
    using checkpoint = unpackCheckpoint(name);
    await using engine = await OnnxEngine.open({ model: testFiles(checkpoint.path), settings: testSettings() });
    const parity = await scoreParity(engine, fixture, { tolerance: TOLERANCE });
    expect(parity.worst).toBeLessThanOrEqual(TOLERANCE);
    expect(parity.argMaxMisses).toBe(0);
    const { actual, expected } = await textParity(engine, fixture, TOLERANCE);
    expect(actual).toEqual(expected);
  });

  it.each([
    { title: 'each prompt by itself', grouping: 'apart', deterministic: false, costs: {} },
    { title: 'one tree of all sequences', grouping: 'one-tree', deterministic: false, costs: {} },
    { title: 'small passes behind shared prefixes', grouping: 'apart', deterministic: false, costs: SMALL_PASSES },
    { title: 'chunks of a tree', grouping: 'one-tree', deterministic: false, costs: SMALL_PASSES },
    { title: 'a prefix of the hinted length', grouping: 'sequences', deterministic: true, costs: SMALL_PASSES },
  ] as const)('has them in $title', async ({ grouping, deterministic, costs }) => {
    using checkpoint = unpackCheckpoint(name);
    const model = openTextModel({ paths: [checkpoint.path] });
    await using graphs = await ModelGraphs.open(model, { weightsPath: checkpoint.path, threads: 1 });
    const { contextLength } = model;
    const scorer = new Scorer(graphs, { contextLength, deterministic, costs: { ...costModel(model), ...costs } });
    const parity = await scoreParity(scorer, fixture, { tolerance: TOLERANCE, grouping, sharedPrefix: 18 });
    expect(parity.worst).toBeLessThanOrEqual(TOLERANCE);
    expect(parity.argMaxMisses).toBe(0);
  });
});
