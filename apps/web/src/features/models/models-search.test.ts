import { expect, test } from 'vitest';
import { readModelsSearch } from './models-search.js';

test('an address is read, and what is mistyped is left out', () => {
  const good = { q: 'vicuna', kind: 'chat', use: 'allowed', least: 6.5, from: '2023-03', here: 'disk', compare: 'a,b' };
  expect(readModelsSearch(good)).toEqual(good);
  const bad = { q: '', kind: 'chatty', use: 'maybe', least: -1, from: 'March', here: 'there', compare: ',', more: 1 };
  expect(readModelsSearch(bad)).toEqual({});
});

test('a search for a number is a text, and no more than five models are compared, each once', () => {
  expect(readModelsSearch({ q: 13 })).toEqual({ q: '13' });
  expect(readModelsSearch({ compare: 'a,a,b,c,d,e,f' })).toEqual({ compare: 'a,b,c,d,e' });
});
