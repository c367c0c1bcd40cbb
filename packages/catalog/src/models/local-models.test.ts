import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256, testCard, testCatalog, TINY_GGUF } from '../testing/test-catalog.js';
import { listModels } from './list-models.js';
import { removeModel } from './remove-model.js';
import { showModel } from './show-model.js';

/** Puts files below `<home>/models`. */
function lay(home: string, ...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(home, 'models', file)), { recursive: true });
    writeFileSync(join(home, 'models', file), TINY_GGUF);
  }
}

describe('listModels', () => {
  it('lists the catalog and what is on disk, whole models only', async () => {
    using catalog = testCatalog([testCard(), testCard({ id: 'absent' })]);
    lay(
      catalog.home,
      'catalog/tiny/tiny.gguf',
      'hf/o/n/abc/sub/a.gguf',
      'hf/o/n/abc/b-00001-of-00002.gguf',
      'hf/o/n/abc/b-00002-of-00002.gguf',
      'hf/o/n/abc/half-00001-of-00002.gguf',
      'hf/o/n/abc/c.gguf.partial',
      'pypi/p/latest/d.gguf',
      'pypi/p/1.0/d.gguf',
    );
    const models = await listModels(catalog);
    expect(models.map(({ spec, card, local }) => [spec, card?.id, local?.paths.length])).toEqual([
      ['absent', 'absent', undefined],
      ['tiny', 'tiny', 1],
      ['hf:o/n/b-00001-of-00002.gguf@abc', undefined, 2],
      ['hf:o/n/sub/a.gguf@abc', undefined, 1],
      ['pypi:p/d.gguf', undefined, 1],
      ['pypi:p==1.0/d.gguf', undefined, 1],
    ]);
  });

  it('lists the catalog when nothing was fetched yet', async () => {
    using catalog = testCatalog([testCard()]);
    expect((await listModels(catalog)).map((model) => model.local)).toEqual([undefined]);
  });
});

describe('showModel', () => {
  it('shows the card alone for a model that is not on disk', async () => {
    using catalog = testCatalog([testCard()]);
    expect(await showModel('tiny', catalog)).toEqual({
      spec: 'tiny',
      card: testCard(),
      template: undefined,
      file: undefined,
    });
  });

  it('shows what the file says, and the memory for a context length', async () => {
    using catalog = testCatalog([testCard()]);
    lay(catalog.home, 'catalog/tiny/tiny.gguf');
    const { file } = await showModel('tiny', { ...catalog, contextLength: 100 });
    expect(file?.identity).toBe(sha256(TINY_GGUF));
    expect(file?.description).toMatchObject({
      architecture: 'llama',
      parameters: 48,
      vocabularySize: 3,
      contextLength: 128,
    });
    // 100 tokens × 1 layer × 2 heads × (4 + 4) numbers × 2 bytes
    expect(file?.memory).toEqual({
      contextLength: 100,
      weightsBytes: TINY_GGUF.byteLength,
      kvCacheBytes: 3_200,
      kvType: 'f16',
    });
  });

  it('finds the card of a file by its bytes', async () => {
    using catalog = testCatalog([testCard()]);
    const path = join(catalog.path, 'renamed.gguf');
    writeFileSync(path, TINY_GGUF);
    expect((await showModel(path, catalog)).card?.id).toBe('tiny');
  });

  it('finds a fetched file of the hub without its commit', async () => {
    using catalog = testCatalog([]);
    lay(catalog.home, 'hf/o/n/abc/a.gguf');
    expect((await showModel('hf:o/n/a.gguf', catalog)).file?.description.architecture).toBe('llama');
    await expect(showModel('hf:o/n/b.gguf', catalog)).rejects.toMatchObject({ code: 'model-not-local' });
  });
});

describe('removeModel', () => {
  it('removes all files of a model and the folders that are empty then', async () => {
    using catalog = testCatalog([]);
    lay(catalog.home, 'hf/o/n/abc/b-00001-of-00002.gguf', 'hf/o/n/abc/b-00002-of-00002.gguf', 'catalog/tiny/tiny.gguf');
    const removed = await removeModel('hf:o/n/b-00001-of-00002.gguf', catalog);
    expect(removed.sizeBytes).toBe(2 * TINY_GGUF.byteLength);
    expect(existsSync(join(catalog.home, 'models/hf'))).toBe(false);
    expect(existsSync(join(catalog.home, 'models/catalog/tiny/tiny.gguf'))).toBe(true);
  });

  it('touches nothing outside of its folder', async () => {
    using catalog = testCatalog([]);
    const path = join(catalog.path, 'mine.gguf');
    writeFileSync(path, TINY_GGUF);
    await expect(removeModel(path, catalog)).rejects.toMatchObject({ code: 'model-not-local' });
    expect(existsSync(path)).toBe(true);
  });

  it('says that there is nothing to remove', async () => {
    using catalog = testCatalog([testCard()]);
    await expect(removeModel('tiny', catalog)).rejects.toMatchObject({
      code: 'model-not-local',
      hint: expect.stringContaining('--local'),
    });
  });
});
