import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeSafetensors, writeTinyCheckpoint } from '@understudy/checkpoint/testing';
import { LOOPBACK_COMMIT, LoopbackHub } from '@understudy/hub/testing';
import { describe, expect, it } from 'vitest';
import { sha256, testCatalog } from '../testing/test-catalog.js';
import { listModels } from './list-models.js';
import { removeModel } from './remove-model.js';
import { resolveModel } from './resolve-model.js';
import { showModel } from './show-model.js';

/** What a repository of a split checkpoint holds. */
function repository(folder: string) {
  const weights = readFileSync(writeTinyCheckpoint(folder));
  const config = readFileSync(join(folder, 'config.json'));
  const map = { a: 'model-00001-of-00002.safetensors', b: 'model-00002-of-00002.safetensors' };
  return {
    'config.json': { bytes: config },
    'tokenizer.json': { bytes: Buffer.from('{}') },
    'README.md': { bytes: Buffer.from('# A model') },
    'model.safetensors.index.json': { bytes: Buffer.from(JSON.stringify({ weight_map: map })) },
    'model-00001-of-00002.safetensors': { bytes: weights },
    'model-00002-of-00002.safetensors': { bytes: encodeSafetensors({ extra: [1] }) },
    'pytorch_model.bin': { bytes: Buffer.from('the same again') },
  };
}

describe('a transformers checkpoint', () => {
  it('is named by its folder or one of its files, and is what its configuration, tokenizer and weights are', async () => {
    using catalog = testCatalog([]);
    const folder = join(catalog.path, 'checkpoint');
    const path = writeTinyCheckpoint(folder);
    const model = await resolveModel(folder, catalog);
    expect(model).toMatchObject({ name: folder, paths: [path] });
    const lines = ['config.json', 'model.safetensors'].map(
      (name) => `${sha256(readFileSync(join(folder, name)))}  ${name}`,
    );
    expect(model.identity).toBe(createHash('sha256').update(lines.join('\n')).digest('hex'));
    expect((await resolveModel(path, catalog)).identity).toBe(model.identity);
    writeFileSync(join(folder, 'tokenizer.json'), '{}');
    expect((await resolveModel(folder, catalog)).identity).not.toBe(model.identity);
  });

  it('is shown by what its files say', async () => {
    using catalog = testCatalog([]);
    const folder = join(catalog.path, 'checkpoint');
    writeTinyCheckpoint(folder);
    writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify({ chat_template: '{{ messages }}' }));
    const { file } = await showModel(folder, catalog);
    expect(file?.description).toMatchObject({ architecture: 'llama', chatTemplate: '{{ messages }}' });
    expect(file?.memory).toMatchObject({
      kvType: 'f32',
      weightsBytes: 4 * (file?.description.parameters ?? 0),
      kvCacheBytes: 2 * 64 * 16 * 4,
    });
  });

  it('is refused where a folder is none', async () => {
    using catalog = testCatalog([]);
    mkdirSync(catalog.home, { recursive: true });
    await expect(resolveModel(catalog.home, catalog)).rejects.toMatchObject({ code: 'model-folder' });
  });

  it('is fetched from a repository with nothing that does not belong to it, listed, and removed', async () => {
    using catalog = testCatalog([]);
    await using hub = await LoopbackHub.start(repository(join(catalog.path, 'made')));
    const options = { ...catalog, env: { HF_ENDPOINT: hub.endpoint } };
    const model = await resolveModel('hf:owner/name', options);
    const folder = join(catalog.home, 'models/hf/owner/name', LOOPBACK_COMMIT);
    expect(model.paths).toEqual(['1', '2'].map((part) => join(folder, `model-0000${part}-of-00002.safetensors`)));
    expect(['config.json', 'tokenizer.json'].map((name) => existsSync(join(folder, name)))).toEqual([true, true]);
    expect(['README.md', 'pytorch_model.bin'].map((name) => existsSync(join(folder, name)))).toEqual([false, false]);
    expect(await resolveModel('hf:owner/name', { ...options, offline: true })).toEqual(model);
    const spec = `hf:owner/name@${LOOPBACK_COMMIT}`;
    expect(await listModels(options)).toMatchObject([{ spec, local: { paths: model.paths } }]);
    await removeModel('hf:owner/name', options);
    expect(existsSync(folder)).toBe(false);
  });

  it('is missed where a repository has only GGUF files, which are named', async () => {
    using catalog = testCatalog([]);
    await using hub = await LoopbackHub.start({ 'a.gguf': { bytes: Buffer.from('GGUF') } });
    await expect(
      resolveModel('hf:owner/name', { ...catalog, env: { HF_ENDPOINT: hub.endpoint } }),
    ).rejects.toMatchObject({
      code: 'source-not-found',
      hint: expect.stringContaining('hf:owner/name/a.gguf'),
    });
  });
});
