import { expect, test } from 'vitest';
import { testCard } from '../testing/test-catalog.js';
import { ancestorsOf, descendantsOf } from './relatives.js';

const child = (id: string, base: string | null) => testCard({ id, baseModel: { value: base, sources: ['made up'] } });
const cards = [
  child('a', null),
  child('a-chat', 'a'),
  child('a-chat-more', 'a-chat'),
  child('a-code', 'a'),
  child('tuned', 'outside'),
];
const catalog = { cards, cardsById: new Map(cards.map((card) => [card.id, card])) };

test('ancestors come nearest first, and end with a model without a card', () => {
  expect(ancestorsOf('a-chat-more', catalog)).toEqual(['a-chat', 'a']);
  expect(ancestorsOf('tuned', catalog)).toEqual(['outside']);
  expect(ancestorsOf('a', catalog)).toEqual([]);
});

test('descendants come each after its parent; an external model has some as well', () => {
  expect(descendantsOf('a', catalog)).toEqual([
    { id: 'a-chat', parent: 'a', depth: 1 },
    { id: 'a-chat-more', parent: 'a-chat', depth: 2 },
    { id: 'a-code', parent: 'a', depth: 1 },
  ]);
  expect(descendantsOf('outside', catalog)).toEqual([{ id: 'tuned', parent: 'outside', depth: 1 }]);
});

test('cards that descend from each other end', () => {
  const round = [child('x', 'y'), child('y', 'x')];
  const turning = { cards: round, cardsById: new Map(round.map((card) => [card.id, card])) };
  expect(ancestorsOf('x', turning)).toEqual(['y']);
  expect(descendantsOf('x', turning)).toEqual([{ id: 'y', parent: 'x', depth: 1 }]);
});
