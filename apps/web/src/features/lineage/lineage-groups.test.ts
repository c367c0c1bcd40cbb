import { expect, test } from 'vitest';
import { testRow as row } from '../models/testing/test-row.js';
import { countGroups, hasFamily, lineagesOf } from './lineage-groups.js';

const { trees, alone } = lineagesOf({
  models: [
    row('oak-7b'),
    row('oak-13b'),
    row('oak-7b-chat', { baseModel: 'oak-7b', methods: ['sft', 'rlhf'], commercialUse: 'conditional' }),
    row('elm-7b', {
      family: 'elm',
      familyName: 'Elm',
      baseModel: 'oak-7b',
      methods: ['sft', 'distillation'],
      teacher: 'ChatGPT',
    }),
    row('elm-13b', { family: 'elm', baseModel: 'oak-13b', methods: ['lora'], commercialUse: 'no' }),
    row('fir', { family: 'fir', baseModel: 'outside' }),
    row('yew', { family: 'yew' }),
  ],
  externals: [{ id: 'outside', name: 'Outside', family: null, familyName: null }],
});

test('sizes of a family under one parent are one group; a family tuned of itself is a group below', () => {
  expect(trees.map(({ key }) => key)).toEqual(['oak', 'outside']);
  const [oak] = trees;
  expect(oak?.models.map(({ id }) => id)).toEqual(['oak-7b', 'oak-13b']);
  expect(oak?.children.map(({ key }) => key)).toEqual(['oak/oak', 'oak/elm']);
  const elm = oak?.children[1];
  expect(elm?.models.map(({ id }) => id)).toEqual(['elm-7b', 'elm-13b']);
  expect(elm).toMatchObject({
    familyName: 'Elm',
    methods: ['sft', 'lora'],
    uses: ['yes', 'no'],
    teachers: ['ChatGPT (GPT-3.5)'],
  });
  expect(oak === undefined ? 0 : countGroups(oak)).toBe(3);
});

test('a base model without a card is a root; who has no relatives stands aside', () => {
  expect(trees[1]).toMatchObject({
    family: 'outside',
    familyName: 'Outside',
    models: [{ name: 'Outside', row: undefined }],
    uses: [],
  });
  expect(alone.map(({ id }) => id)).toEqual(['yew']);
  expect(trees.filter((tree) => hasFamily(tree, 'fir')).map(({ key }) => key)).toEqual(['outside']);
});
