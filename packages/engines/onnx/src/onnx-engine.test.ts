import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineSettings, GenerateRequest, GenerateResponse, ScoreRequest } from '@understudy/core';
import { convertModel } from '@understudy/engine-llama';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OnnxEngine } from './onnx-engine.js';
import { collect, stream } from './testing/tiny-requests.js';

/** What the reference implementation says; the file tells how it was made. */
interface Reference {
  readonly models: Readonly<
    Record<
      string,
      readonly {
        readonly context: string;
        readonly continuation: string;
        readonly tokens: readonly number[];
        readonly contextLength: number;
        readonly logProbability: number;
        readonly isGreedy: boolean;
      }[]
    >
  >;
}

const fixture = new URL('../src/fixtures/reference-scores.json', import.meta.url);
const reference = JSON.parse(readFileSync(fixture, 'utf8')) as Reference; // Our own file.
const models = process.env['UNDERSTUDY_TEST_MODELS'] ?? '';

const SETTINGS: EngineSettings = {
  engine: 'onnx',
  compute: 'f32',
  kvType: undefined,
  threads: undefined,
  gpuLayers: 0,
  contextLength: undefined,
  deterministic: false,
};

const request = (text: string, id: number, temperature: number): GenerateRequest => ({
  id,
  task: 'test',
  document: id,
  sharedPrefix: 0,
  prompt: { kind: 'text', text },
  maxTokens: 12,
  stop: ['\n'],
  sampling: { temperature, topK: 0, topP: 1, minP: 0, seed: 0 },
});

describe.each(Object.entries(reference.models))('%s (needs UNDERSTUDY_TEST_MODELS)', (name, rows) => {
  const source = join(models, `${name}.gguf`);
  const isHere = models !== '' && existsSync(source);
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'onnx-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.skipIf(!isHere)('is scored as the reference implementation scores it, from text to log-probability', async () => {
    const path = join(folder, 'f32.gguf');
    await convertModel({ source, target: path, type: 'f32' });
    const model = { name, paths: [path] as const, identity: 'test' };
    await using engine = await OnnxEngine.open({ model, settings: SETTINGS });
    const pairs = await engine.tokenizer.encodePairs(rows);
    pairs.forEach((pair, i) => {
      expect([...pair.context, ...pair.continuation]).toEqual(rows[i]?.tokens);
      expect(pair.context).toHaveLength(rows[i]?.contextLength ?? 0);
    });
    const requests = pairs.map((pair, id): ScoreRequest => ({
      id,
      task: 'test',
      document: id,
      sharedPrefix: 0,
      prompt: { kind: 'tokens', ...pair },
    }));
    const scores = await collect(engine.score(stream(requests)));
    rows.forEach(({ logProbability, isGreedy }, id) => {
      expect(scores.get(id)?.logProbability).toBeCloseTo(logProbability, 3);
      expect(scores.get(id)?.isGreedy).toBe(isGreedy);
    });
    expect(engine.info).toMatchObject({ engine: 'onnx', compute: 'f32', identity: 'test' });
    expect((await engine.counters()).requestedTokens).toBe(rows.reduce((sum, { tokens }) => sum + tokens.length, 0));
  });

  it.skipIf(!isHere)('generates the texts that its scores call greedy, and none that are to be sampled', async () => {
    const path = join(folder, 'f32.gguf');
    if (!existsSync(path)) await convertModel({ source, target: path, type: 'f32' });
    await using engine = await OnnxEngine.open({
      model: { name, paths: [path], identity: 'test' },
      settings: SETTINGS,
    });
    const prompts = ['The capital of France is', 'One, two, three,', 'In 1969 the first man'];
    const texts = new Map<number, GenerateResponse>();
    const requests = [...prompts.map((text, id) => request(text, id, 0)), request('Once', 9, 1)];
    for await (const text of engine.generate(stream(requests))) texts.set(text.id, text);
    expect(texts.get(9)).toMatchObject({ status: 'error', code: 'capability' });
    const pairs = await engine.tokenizer.encodePairs(
      prompts.map((context, id) => {
        const text = texts.get(id);
        return { context, continuation: text?.status === 'ok' ? text.text : '' };
      }),
    );
    const scores = await collect(
      engine.score(
        stream(pairs.map((pair, id): ScoreRequest => ({ ...request('', id, 0), prompt: { kind: 'tokens', ...pair } }))),
      ),
    );
    expect(prompts.map((_, id) => scores.get(id)?.isGreedy)).toEqual([true, true, true]);
    let streamed = '';
    for await (const event of engine.stream(request(prompts[0]!, 0, 0)))
      if (event.type === 'text-delta') streamed += event.text;
    expect(texts.get(0)).toMatchObject({ text: streamed });
  });
});
