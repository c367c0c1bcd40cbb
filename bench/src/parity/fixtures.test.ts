import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRequestFixture } from './request-fixture.js';
import { readScoreFixture } from './score-fixture.js';

const root = join(import.meta.dirname, '../../parity/fixtures');
const files = async (folder: string) => (await readdir(join(root, folder))).map((name) => join(root, folder, name));

describe('fixtures of the reference harness', () => {
  it('have every document of the row, each with its log-likelihoods or text', async () => {
    for (const path of await files('smollm2-135m-instruct')) {
      const fixture = await readScoreFixture(path);
      expect(fixture.samples.length, path).toBe(fixture.results['sample_len']);
      for (const sample of fixture.samples) {
        expect(sample.requests.length, path).toBeGreaterThan(0);
        for (const [text, tokens] of sample.requests)
          expect([text, tokens].join(' ')).toMatch(/^[0-9a-f]{16} [0-9a-f]{16}$/);
      }
    }
  });

  it('have a block of digests for every run of documents', async () => {
    for (const path of await files('requests')) {
      const fixture = await readRequestFixture(path);
      for (const task of fixture.tasks) {
        expect(task.blocks.length, path).toBe(Math.ceil(task.documents / fixture.block));
        expect(task.digests.length, path).toBe(4 + Object.keys(fixture.tokenizers).length);
      }
    }
  });
});
