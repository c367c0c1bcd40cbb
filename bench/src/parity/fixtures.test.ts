import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRequestFixture } from './request-fixture.js';
import { readScoreFixture } from './score-fixture.js';

const root = join(import.meta.dirname, '../../parity/fixtures');
const names = (folder: string) => readdirSync(join(root, folder));

describe('fixtures of the reference harness', () => {
  it.each(names('smollm2-135m-instruct'))('%s has every document with its log-likelihoods or text', async (name) => {
    const fixture = await readScoreFixture(join(root, 'smollm2-135m-instruct', name));
    expect(fixture.samples.length).toBe(fixture.results['sample_len']);
    for (const sample of fixture.samples) {
      expect(sample.requests.length).toBeGreaterThan(0);
      for (const [text, tokens] of sample.requests) expect(`${text} ${tokens}`).toMatch(/^[0-9a-f]{16} [0-9a-f]{16}$/);
    }
  });

  it.each(names('requests'))('%s has a block of digests for every run of documents', async (name) => {
    const fixture = await readRequestFixture(join(root, 'requests', name));
    for (const task of fixture.tasks) {
      expect(task.blocks.length).toBe(Math.ceil(task.documents / fixture.block));
      expect(task.digests.length).toBe(4 + Object.keys(fixture.tokenizers).length);
    }
  });
});
