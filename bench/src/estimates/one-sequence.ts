import type { Engine, EngineSettings, GenerateRequest } from '@understudy/core';
import { testFiles } from '@understudy/engine-llama/testing';
import { openModel } from '@understudy/engines';
import { understudyHome } from '@understudy/hub';

/** Opens a file in an engine process of its own that computes one text at a time, on all cores. */
export async function withEngine<T>(
  path: string,
  contextLength: number,
  use: (engine: Engine) => Promise<T>,
): Promise<T> {
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
  return await use(await model.greedy());
}

/** Goes on from a prompt by so many tokens, less where the model ends its text. */
export async function generate(engine: Engine, text: string, maxTokens: number): Promise<void> {
  const request: GenerateRequest = {
    id: 0,
    task: 'bench',
    document: 0,
    sharedPrefix: 0,
    sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 },
    prompt: { kind: 'text', text },
    stop: [],
    maxTokens,
  };
  for await (const _ of engine.generate(once(request))) continue;
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
