import { type EngineSettings, type GenerateRequest } from '@understudy/core';
import { testFiles } from '@understudy/engine-llama/testing';
import { openModel } from '@understudy/engines';
import { understudyHome } from '@understudy/hub';

/** Reads a prompt that fills a context in an engine process of its own; the most memory that it had, in bytes. */
export async function peakOfReading(path: string, contextLength: number): Promise<number> {
  const settings: EngineSettings = {
    engine: 'llama',
    compute: 'native',
    kvType: undefined,
    threads: undefined,
    gpuLayers: 0,
    contextLength,
    deterministic: true,
  };
  await using model = openModel({ model: testFiles(path), settings, home: understudyHome() });
  const engine = await model.greedy();
  const request: GenerateRequest = {
    id: 0,
    task: 'bench',
    document: 0,
    sharedPrefix: 0,
    sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 },
    prompt: { kind: 'text', text: 'a b c d e f g h '.repeat(contextLength / 8 - 4) },
    stop: [],
    maxTokens: 8,
  };
  for await (const _ of engine.generate(once(request))) continue;
  return (await engine.counters()).peakMemoryBytes;
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
