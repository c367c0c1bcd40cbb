import type { Candidate, StudyItem } from '@understudy/store';
import { describe, expect, it } from 'vitest';
import { chooseItem, itemsLeft } from './choose-item.js';

function candidate(number: number, change: Partial<StudyItem> & Partial<Omit<Candidate, 'item'>> = {}): Candidate {
  const { votes = 0, outstanding = 0, ...item } = change;
  const answers = { firstAnswerId: `${number} x`, secondAnswerId: `${number} y` };
  const rest = { expected: null, explanation: null, questionId: `q${number}`, studyId: 's' };
  return { item: { number, kind: 'regular', wanted: 1, ...answers, ...rest, ...item }, votes, outstanding };
}

const options = { seed: 1, annotatorId: 'ann', done: 0, goldEvery: 0 };

/** Lets an annotator vote on everything there is, as a store would. */
function voteOnAll(items: readonly Candidate[], { annotatorId = 'ann', goldEvery = 0, seed = 1 } = {}) {
  const showings = new Map(items.map(({ item, votes }) => [item.number, votes]));
  const seen: { item: StudyItem; swapped: boolean }[] = [];
  for (;;) {
    const left = items
      .filter(({ item }) => !seen.some((each) => each.item.number === item.number))
      .map((each) => ({ ...each, votes: showings.get(each.item.number) ?? 0 }));
    const chosen = chooseItem(left, { seed, annotatorId, goldEvery, done: seen.length });
    if (chosen === undefined)
      return { seen, after: items.map((each) => ({ ...each, votes: showings.get(each.item.number) ?? 0 })) };
    seen.push(chosen);
    showings.set(chosen.item.number, (showings.get(chosen.item.number) ?? 0) + 1);
  }
}

describe('the next item', () => {
  it('is one of those with the fewest votes, outstanding ones counted, that still lack one', () => {
    const items = [
      candidate(0, { votes: 1, wanted: 3 }),
      candidate(1, { outstanding: 1, wanted: 2 }),
      candidate(2, { votes: 0, wanted: 1, outstanding: 1 }),
      candidate(3, { votes: 1, outstanding: 1, wanted: 3 }),
    ];
    const chosen = new Set<number | undefined>();
    for (let seed = 0; seed < 40; seed++) chosen.add(chooseItem(items, { ...options, seed })?.item.number);
    expect(chosen).toEqual(new Set([0, 1]));
  });

  it('comes in an order of each annotator’s own, the same when asked again', () => {
    const items = Array.from({ length: 30 }, (_, number) => candidate(number, { wanted: 5 }));
    const order = (annotatorId: string, seed = 1): number[] =>
      voteOnAll(items, { annotatorId, seed }).seen.map(({ item }) => item.number);
    expect(order('ann')).toHaveLength(30);
    expect(order('ann')).toEqual(order('ann'));
    expect(order('ann')).not.toEqual(order('ben'));
    expect(order('ann')).not.toEqual(order('ann', 2));
  });

  it('is a training item first, in the order of the plan, and gold once among every so many others', () => {
    const items = [
      ...[0, 1, 2].map((number) => candidate(number, { kind: 'training', wanted: 1000, votes: 9 - number })),
      ...Array.from({ length: 33 }, (_, number) => candidate(number + 3)),
      ...Array.from({ length: 20 }, (_, number) =>
        candidate(number + 36, { kind: 'gold', wanted: 1000, votes: number }),
      ),
    ];
    const kinds = voteOnAll(items, { goldEvery: 5 }).seen.map(({ item }) => item.kind);
    expect(kinds.slice(0, 3)).toEqual(['training', 'training', 'training']);
    expect(kinds.slice(3)).not.toContain('training');
    expect(kinds.filter((kind) => kind === 'regular')).toHaveLength(33);
    // After the first block, which the training takes a part of, each block of six has exactly one.
    for (let block = 1; block * 6 + 6 <= kinds.length; block++) {
      expect(kinds.slice(block * 6, block * 6 + 6).filter((kind) => kind === 'gold')).toHaveLength(1);
    }
  });

  it('does not exist when only training and gold items are left', () => {
    const items = [
      candidate(0, { kind: 'training', wanted: 9 }),
      candidate(1, { kind: 'gold', wanted: 9 }),
      candidate(2, { outstanding: 1 }),
    ];
    expect(chooseItem(items, { ...options, goldEvery: 1 })).toBeUndefined();
    expect(chooseItem([], options)).toBeUndefined();
  });

  it('is shown the other way round to the second annotator, and half of the items swapped', () => {
    const items = Array.from({ length: 1000 }, (_, number) => candidate(number, { wanted: 2 }));
    const first = voteOnAll(items.slice(0, 60), { annotatorId: 'ann' });
    const second = voteOnAll(first.after, { annotatorId: 'ben' });
    const sides = new Map(first.seen.map(({ item, swapped }) => [item.number, swapped]));
    expect(second.seen).toHaveLength(60);
    for (const { item, swapped } of second.seen) expect(swapped).toBe(!sides.get(item.number));
    const swaps = items.filter((each) => chooseItem([each], options)?.swapped).length;
    // Four standard deviations of 1,000 fair draws.
    expect(Math.abs(swaps - 500)).toBeLessThan(64);
  });
});

describe('the number of items left', () => {
  it.each([0, 1, 2, 5, 9])('goes down by one with every vote, gold after every %i or not', (goldEvery) => {
    for (let regular = 1; regular <= 30; regular += 1) {
      for (const gold of [0, 1, 3, 40]) {
        const kinds = [...Array(regular).fill('regular'), ...Array(gold).fill('gold'), 'training', 'training'];
        let left = kinds.map((kind: StudyItem['kind'], number) => candidate(number, { kind, wanted: 1 }));
        const total = itemsLeft(left, { ...options, goldEvery });
        for (let done = 0; done < total; done += 1) {
          const asked = { ...options, goldEvery, done };
          expect(itemsLeft(left, asked)).toBe(total - done);
          const chosen = chooseItem(left, asked);
          left = left.filter(({ item }) => item !== chosen?.item);
        }
        expect([chooseItem(left, { ...options, goldEvery, done: total }), itemsLeft(left, options)]).toEqual([
          undefined,
          0,
        ]);
      }
    }
  });
});
