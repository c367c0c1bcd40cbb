import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGoldenBattles, readGoldenScores } from '../testing/arena-data.js';
import { anyComparisons, comparisonsOf } from '../testing/arbitrary-comparisons.js';
import { clusterGroups } from './cluster-groups.js';
import { stronglyConnectedComponents } from './components.js';
import { FIRST_WINS, SECOND_WINS, TIE } from './comparisons.js';
import { modelRecords } from '../testing/model-records.js';
import { addComparison, countPairs, emptyPairCounts } from './pair-counts.js';
import { pairCount, pairIndex } from './pair-index.js';
import { averageWinRates } from './winning-rates.js';

describe('pair counts', () => {
  it('count from the view of the lower-numbered model, whoever stood first', () => {
    const counts = countPairs(
      comparisonsOf(3, [
        [0, 2, FIRST_WINS],
        [2, 0, FIRST_WINS],
        [2, 0, SECOND_WINS],
        [1, 2, TIE],
        [2, 1, TIE],
        [1, 1, FIRST_WINS],
      ]),
    );
    const pair = pairIndex(0, 2);
    expect([counts.wins[pair], counts.losses[pair], counts.ties[pair]]).toEqual([2, 1, 0]);
    expect(counts.ties[pairIndex(1, 2)]).toBe(2);
    expect(modelRecords(counts)).toEqual([
      { wins: 2, losses: 1, ties: 0 },
      { wins: 0, losses: 0, ties: 2 },
      { wins: 1, losses: 2, ties: 2 },
    ]);
  });

  it('one by one or at once are the same', () => {
    fc.assert(
      fc.property(anyComparisons(), (comparisons) => {
        const { models, first, second, outcome } = comparisons;
        const oneByOne = emptyPairCounts(models);
        for (const [at, result] of outcome.entries()) {
          addComparison(oneByOne, { first: first[at]!, second: second[at]!, outcome: result });
        }
        expect(countPairs(comparisons)).toEqual(oneByOne);
      }),
    );
  });

  it('are as before when a vote is taken back', () => {
    fc.assert(
      fc.property(anyComparisons(), fc.integer({ min: 0, max: 2 }), (comparisons, outcome) => {
        const counts = countPairs(comparisons);
        addComparison(counts, { first: 1, second: 0, outcome });
        expect(counts).not.toEqual(countPairs(comparisons));
        addComparison(counts, { first: 1, second: 0, outcome }, -1);
        expect(counts).toEqual(countPairs(comparisons));
      }),
    );
  });

  it('have a place for each pair', () => {
    const seen = new Set<number>();
    for (let higher = 0; higher < 9; higher += 1) {
      for (let lower = 0; lower < higher; lower += 1) seen.add(pairIndex(lower, higher));
    }
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: pairCount(9) }, (_, at) => at));
  });
});

it.each(['food', 'simple'] as const)("average win rates of %s are evalica's", (name) => {
  const { names, comparisons } = readGoldenBattles(name);
  const rates = averageWinRates(countPairs(comparisons));
  const golden = readGoldenScores(name, 'average_win_rate');
  expect(golden.size).toBe(names.length);
  for (const [model, label] of names.entries()) expect(rates[model]).toBeCloseTo(golden.get(label)!, 12);
});

it.each(['food', 'simple'] as const)("wins and half ties of %s are evalica's counts", (name) => {
  const { names, comparisons } = readGoldenBattles(name);
  const golden = readGoldenScores(name, 'counting');
  const records = modelRecords(countPairs(comparisons));
  expect(golden.size).toBe(names.length);
  for (const [model, { wins, ties }] of records.entries()) {
    expect(wins + ties / 2).toBeCloseTo(golden.get(names[model]!)!, 12);
  }
});

describe('stronglyConnectedComponents', () => {
  it('are the classes of nodes that reach each other, in the direction of the edges', () => {
    const graphs = fc.integer({ min: 1, max: 8 }).chain((nodes) => {
      const node = fc.integer({ min: 0, max: nodes - 1 });
      return fc.record({ nodes: fc.constant(nodes), edges: fc.array(fc.tuple(node, node), { maxLength: 16 }) });
    });
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const reaches = Array.from({ length: nodes }, (_, a) => Array.from({ length: nodes }, (__, b) => a === b));
        for (const [from, to] of edges) reaches[from]![to] = true;
        for (let via = 0; via < nodes; via += 1) {
          for (const row of reaches) if (row[via]) for (let to = 0; to < nodes; to += 1) row[to] ||= reaches[via]![to]!;
        }
        const { of, count } = stronglyConnectedComponents({
          nodes,
          from: Int32Array.from(edges, ([from]) => from),
          to: Int32Array.from(edges, ([, to]) => to),
        });
        expect(new Set(of)).toEqual(new Set(Array.from({ length: count }, (_, component) => component)));
        for (let a = 0; a < nodes; a += 1) {
          for (let b = 0; b < nodes; b += 1) {
            expect(of[a] === of[b]).toBe(reaches[a]![b] && reaches[b]![a]);
            expect(!reaches[a]![b] || of[a]! <= of[b]!).toBe(true);
          }
        }
      }),
    );
  });

  it('of a long chain do not overflow the stack', () => {
    const nodes = 200_000;
    const from = Int32Array.from({ length: nodes - 1 }, (_, at) => at);
    expect(stronglyConnectedComponents({ nodes, from, to: from.map((at) => at + 1) }).count).toBe(nodes);
  });
});

it('clusterGroups puts together what shares its cluster in every way', () => {
  const questions = { count: 3, of: Int32Array.of(2, 0, 2, 0, 2, 0) };
  const annotators = { count: 2, of: Int32Array.of(1, 0, 0, 0, 1, 1) };
  const included = Uint8Array.of(1, 1, 1, 1, 1, 0);
  const { count, start, order } = clusterGroups([questions, annotators], included);
  const groups = Array.from({ length: count }, (_, at) => [...order.subarray(start[at], start[at + 1])]);
  expect(groups).toEqual([[1, 3], [2], [0, 4]]);
});
