import { scoreParity, testFiles, testSettings, textParity } from '@understudy/engine-llama/testing';
import { describe, expect, it } from 'vitest';
import { OnnxEngine } from '../onnx-engine.js';
import { CHECKPOINT_FIXTURES, checkpointReference, unpackCheckpointFolder } from '../testing/checkpoint-fixtures.js';

/** Nats a token. */
const TOLERANCE = 1e-4;

describe.each(CHECKPOINT_FIXTURES)('the checkpoint %s', (name) => {
  const fixture = checkpointReference(name);

  it('has the log-probabilities and the greedy texts that transformers computes on its files', async () => {
    using checkpoint = unpackCheckpointFolder(name);
    const model = { ...testFiles(''), paths: checkpoint.paths };
    await using engine = await OnnxEngine.open({ model, settings: testSettings() });
    const parity = await scoreParity(engine, fixture, { tolerance: TOLERANCE });
    expect(parity.worst).toBeLessThanOrEqual(TOLERANCE);
    expect(parity.argMaxMisses).toBe(0);
    const { actual, expected } = await textParity(engine, fixture, TOLERANCE);
    expect(actual).toEqual(expected);
  });
});
