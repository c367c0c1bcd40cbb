import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { storeSamples } from './store-samples.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-scale-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('stores and reports what it made, of which a quarter is right, and notes the memory of each step', async () => {
  const exportTo = join(folder, 'export');
  const result = await storeSamples({ samples: 640, database: join(folder, 'samples.db'), exportTo });
  expect(result).toMatchObject({ samples: 640, cachedResponses: 4 * 640, reported: 640, accuracy: 0.25 });
  expect(result.memory.map(({ step }) => step)).toEqual([
    'store opened',
    '160 samples stored',
    '320 samples stored',
    '480 samples stored',
    '640 samples stored',
    'looked up what is stored, as a resumed run does',
    'reported',
    "exported as the reference harness's files",
  ]);
  expect(readdirSync(join(exportTo, 'synthetic'))).toHaveLength(5);
});
