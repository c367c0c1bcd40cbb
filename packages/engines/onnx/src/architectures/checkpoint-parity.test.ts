import { scoreParity } from '@understudy/engine-llama/testing';
import { describe, expect, it } from 'vitest';
import { openTextModel } from '../open-text-model.js';
import { ModelGraphs } from '../runtime/model-graphs.js';
import { costModel } from '../score/cost-model.js';
import { Scorer } from '../score/scorer.js';
import { CHECKPOINT_FIXTURES, checkpointReference, unpackCheckpointFolder } from '../testing/checkpoint-fixtures.js';

/** Nats a token. */
const TOLERANCE = 1e-4;

describe.each(CHECKPOINT_FIXTURES)('the checkpoint %s', (name) => {
  const fixture = checkpointReference(name);

  it('has the log-probabilities that transformers computes on its files', async () => {
    using checkpoint = unpackCheckpointFolder(name);
    const model = openTextModel({ paths: checkpoint.paths });
    await using graphs = await ModelGraphs.open(model, { weightsPath: checkpoint.paths[0], threads: 1 });
    const { contextLength } = model;
    const scorer = new Scorer(graphs, { contextLength, deterministic: false, costs: costModel(model) });
    const parity = await scoreParity(scorer, fixture, { tolerance: TOLERANCE });
    expect(parity.worst).toBeLessThanOrEqual(TOLERANCE);
    expect(parity.argMaxMisses).toBe(0);
  });
});
