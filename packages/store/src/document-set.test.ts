import { expect, it } from 'vitest';
import { DocumentSet } from './document-set.js';

it('holds what was added and nothing else, however large', () => {
  const set = new DocumentSet();
  const added = [0, 7, 8, 8191, 8192, 1_000_000, 7];
  for (const docId of added) set.add(docId);
  expect(set.size).toBe(6);
  expect(added.every((docId) => set.has(docId))).toBe(true);
  expect([1, 6, 9, 8190, 8193, 999_999, 1_000_001, 50_000_000].some((docId) => set.has(docId))).toBe(false);
});
