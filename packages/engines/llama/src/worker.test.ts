import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EngineProcess } from '@understudy/engine-process';
import { answersById, streamOf } from './testing/collect.js';
import { testFiles, testSettings } from './testing/engine-settings.js';
import { writeTinyModel } from './testing/tiny-model.js';

const worker = { entry: fileURLToPath(new URL('../dist/worker.js', import.meta.url)), name: 'llama engine' };

describe('the worker of the llama engine', () => {
  it('scores and generates in a process of its own, and reports its log there', async () => {
    using tiny = writeTinyModel();
    const lines: string[] = [];
    const options = { ...worker, onLog: (line: string) => lines.push(line) };
    await using engine = await EngineProcess.open(options, { model: testFiles(tiny.path), settings: testSettings() });
    const origin = { id: 1, task: 'task', document: 0, sharedPrefix: 0 };
    const prompt = { kind: 'text', context: 'the cat', continuation: ' and' } as const;
    expect(await answersById(engine.score(streamOf([{ ...origin, prompt }])))).toMatchObject([{ status: 'ok', id: 1 }]);
    const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 };
    const generate = { ...origin, prompt: { kind: 'text', text: 'the' } as const, maxTokens: 3, stop: [], sampling };
    expect(await answersById(engine.generate(streamOf([generate])))).toMatchObject([{ generatedTokens: 3 }]);
    expect(await engine.counters()).toMatchObject({ batches: 4, peakMemoryBytes: expect.any(Number) });
    expect(lines.some((line) => line.includes('general.architecture'))).toBe(true);
  });

  it('passes the reason on when a model cannot be loaded', async () => {
    using tiny = writeTinyModel({ architecture: 'perceptron' });
    const opening = EngineProcess.open(worker, { model: testFiles(tiny.path), settings: testSettings() });
    await expect(opening).rejects.toMatchObject({ name: 'EngineError', code: 'unknown-architecture' });
  });
});
