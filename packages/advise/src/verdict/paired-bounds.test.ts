import { assessNonInferiority, tangoBounds } from '@understudy/statistics';
import { describe, expect, it } from 'vitest';
import { pairDocuments } from './pair-documents.js';
import { pairedBounds } from './paired-bounds.js';

const pairs = (counts: readonly (readonly [candidate: number, reference: number, times: number])[]) =>
  counts
    .flatMap(([candidate, reference, times]) => Array.from({ length: times }, () => ({ candidate, reference })))
    .map((pair, at) => ({ ...pair, cluster: String(at) }));

const score = (document: string, value: number) => ({ document, cluster: document, value });

describe('paired bounds', () => {
  it("are Tango's where documents stand alone and are right or wrong", () => {
    const estimate = pairedBounds(
      pairs([
        [1, 1, 60],
        [1, 0, 10],
        [0, 1, 6],
        [0, 0, 24],
      ]),
      0.95,
    );
    expect(estimate).toMatchObject({ difference: 0.04, documents: 100, clusters: 100, method: 'tango' });
    expect(estimate?.bounds).toEqual(tangoBounds({ firstOnly: 10, secondOnly: 6, count: 100 }, 0.95));
  });

  it('are wider where documents share a text, as those of so many votes on questions are', () => {
    const single = pairs([
      [1, 0, 40],
      [0, 1, 40],
      [1, 1, 120],
    ]);
    const shared = single.map((pair, at) => ({ ...pair, cluster: String(Math.floor(at / 4)) }));
    const [alone, clustered] = [pairedBounds(single, 0.95), pairedBounds(shared, 0.95)];
    expect(clustered).toMatchObject({ documents: 200, clusters: 50, method: 'clustered-t' });
    expect(clustered?.bounds.lower).toBeLessThan(alone?.bounds.lower ?? -1);
    const scores = Float64Array.from({ length: 50 }, (_, at) => (at < 10 ? 4 : at < 20 ? 0 : 2));
    const votes = new Float64Array(50).fill(4);
    expect(clustered?.bounds.lower).toBeCloseTo(2 * assessNonInferiority({ scores, votes }).bounds.lower - 1, 12);
  });

  it('of graded scores are no narrower than those of right and wrong ones where few documents differ', () => {
    const [rare, common] = [2, 20].map((times) =>
      pairedBounds(
        pairs([
          [0.1, 0.3, times],
          [0, 0, 200 - times],
        ]),
        0.95,
      ),
    );
    const signs = tangoBounds({ firstOnly: 0, secondOnly: 2, count: 200 }, 0.95);
    expect(rare).toMatchObject({ bounds: signs, method: 'clustered-t' });
    // SciPy 1.17.1: d = np.repeat([-.2, 0], [20, 180]); d.mean() - stats.t.ppf(.95, 199) * d.std(ddof=1) / np.sqrt(200).
    expect(common?.bounds.lower).toBeCloseTo(-0.027028755972530946, 9);
  });

  it('say nothing without documents', () => {
    expect(pairedBounds([], 0.95)).toBeUndefined();
  });
});

describe('pairing', () => {
  it('is by document, whatever the order, and a document that comes twice is paired twice', () => {
    const found = pairDocuments(
      [score('a', 1), score('b', 0), score('a', 0), score('c', 1)],
      [score('b', 1), score('a', 0), score('a', 1), score('d', 1)],
    );
    expect(found).toEqual([
      { cluster: 'a', candidate: 1, reference: 0 },
      { cluster: 'b', candidate: 0, reference: 1 },
      { cluster: 'a', candidate: 0, reference: 1 },
    ]);
  });
});
