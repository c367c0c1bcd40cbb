import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineSettings, ScoreRequest } from '@understudy/core';
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
    expect(() => engine.generate()).toThrow('does not generate');
  });
});
