import { expect, it } from 'vitest';
import { settingDifferences } from './settings-difference.js';

const SCORING = { identity: 'a', architecture: 'llama', parameters: 7, contextLength: 4096, compute: 'native' };

it('what another model is by itself is no other setting; how it was run is', () => {
  const other = { ...SCORING, identity: 'b', architecture: 'gemma3', parameters: 2, contextLength: 8192 };
  expect(settingDifferences({ scoring: SCORING }, { scoring: other })).toEqual([]);
  expect(settingDifferences({ scoring: SCORING }, { scoring: { ...other, compute: 'f32' } })).toEqual([
    { name: 'scoring.compute', first: '"native"', second: '"f32"' },
  ]);
});

it('the same model with less context is another setting', () => {
  expect(settingDifferences({ scoring: SCORING }, { scoring: { ...SCORING, contextLength: 512 } })).toEqual([
    { name: 'scoring.contextLength', first: '4096', second: '512' },
  ]);
});

it('tells what a task’s prompts begin with, and not what its file says of it', () => {
  const config = { description: 'The following are questions about law.', metadata: { licence: 'MIT' } };
  expect(settingDifferences(config, { metadata: { licence: 'CC BY 4.0' } })).toEqual([
    { name: 'description', first: JSON.stringify(config.description), second: null },
  ]);
});
