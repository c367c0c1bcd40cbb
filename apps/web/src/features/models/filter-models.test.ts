import { expect, test } from 'vitest';
import { filterModels } from './filter-models.js';
import type { ModelsSearch } from './models-search.js';
import { testRow as row } from './testing/test-row.js';

const ROWS = [
  row('oak-7b'),
  row('oak-13b', { parameters: 13e9, commercialUse: 'conditional', isLocal: true }),
  row('elm', {
    family: 'elm',
    familyName: 'Elm Tree',
    kind: 'chat',
    parameters: null,
    contextLength: null,
    released: null,
    isOpen: false,
  }),
  row('fir', { languages: ['en', 'zh'], commercialUse: 'no', released: '2023-11', contextLength: 32_768, measured: 2 }),
];

test.each<[ModelsSearch, readonly string[]]>([
  [{}, ['oak-7b', 'oak-13b', 'elm', 'fir']],
  [{ q: 'nursery 13B' }, ['oak-13b']],
  [{ family: 'oak', kind: 'base', least: 10 }, ['oak-13b']],
  [{ q: 'elm tree' }, ['elm']],
  [{ weights: 'closed' }, ['elm']],
  [{ use: 'allowed' }, ['oak-7b', 'oak-13b', 'elm']],
  [{ use: 'yes' }, ['oak-7b', 'elm']],
  [{ most: 7 }, ['oak-7b', 'fir']],
  [{ context: 4096 }, ['fir']],
  [{ language: 'zh' }, ['fir']],
  [{ from: '2023-03', to: '2023-03' }, ['oak-7b', 'oak-13b']],
  [{ from: '2023-04' }, ['fir']],
  [{ here: 'disk' }, ['oak-13b']],
  [{ here: 'measured' }, ['fir']],
])('%j shows %j', (search, ids) => {
  expect(filterModels(ROWS, search).map(({ id }) => id)).toEqual(ids);
});
