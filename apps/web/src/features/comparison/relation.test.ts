import { expect, test } from 'vitest';
import { relationOf } from './relation.js';

const model = (id: string, ancestors: readonly string[], family = id) => ({
  card: { id, name: id.toUpperCase(), family },
  ancestors: ancestors.map((ancestor) => ({ id: ancestor, name: ancestor.toUpperCase() })),
});

test('one was made from the other, whichever stands first', () => {
  const expected = { kind: 'made-from', descendant: 'CHAT', ancestor: 'BASE' };
  expect(relationOf(model('chat', ['mid', 'base']), model('base', []))).toEqual(expected);
  expect(relationOf(model('base', []), model('chat', ['mid', 'base']))).toEqual(expected);
});

test('two siblings have their nearest common ancestor, else a family, else nothing', () => {
  const a = model('a', ['mid', 'base']);
  expect(relationOf(a, model('b', ['mid', 'base']))).toEqual({ kind: 'common', ancestor: 'MID' });
  expect(relationOf(a, model('c', ['base']))).toEqual({ kind: 'common', ancestor: 'BASE' });
  expect(relationOf(model('d', [], 'oak'), model('e', [], 'oak'))).toEqual({ kind: 'family' });
  expect(relationOf(a, model('f', []))).toEqual({ kind: 'none' });
});
