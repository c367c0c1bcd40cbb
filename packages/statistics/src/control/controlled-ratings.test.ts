import { describe, expect, it } from 'vitest';
import { FIRST_WINS, SECOND_WINS, TIE } from '../comparisons/comparisons.js';
import { ratingStandardErrors } from '../covariance/rating-intervals.js';
import { seededRandom } from '../random/xoshiro.js';
import { hasArenaData, readMtBench } from '../testing/arena-data.js';
import { drawVotes } from '../testing/vote-columns.js';
import { controlledRatings, FASTCHAT_RATING_RIDGE } from './controlled-ratings.js';
import { featureColumns, type FeatureSource } from './feature-columns.js';

/** Made-up lengths and headers, of which the winner has longer ones: what matters is that another program can make the same. */
function madeUpSources(outcome: Uint8Array, form: FeatureSource['form']): readonly FeatureSource[] {
  return [
    {
      name: 'length',
      form,
      first: Float64Array.from(outcome, (result, vote) => ((vote * 37) % 101) + (result === FIRST_WINS ? 50 : 0)),
      second: Float64Array.from(outcome, (_, vote) => (vote * 53) % 97),
    },
    {
      name: 'headers',
      form: 'relative-difference',
      first: Float64Array.from(outcome, (_, vote) => (vote * 7) % 5),
      second: Float64Array.from(outcome, (_, vote) => (vote * 11) % 4),
    },
  ];
}

const close = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits) as number);

describe.skipIf(!hasArenaData)(
  'controlledRatings on MT-bench with made-up features (needs ../shared/arena-data)',
  () => {
    // Newton by NumPy with a pseudo-inverse, V = H⁺BH⁺ by rows and by questions with C/(C − 1).

    it('has the ratings, coefficients and sandwich errors of an independent program', () => {
      const mtBench = readMtBench('human');
      const features = featureColumns(madeUpSources(mtBench.comparisons.outcome, 'log-ratio'));
      const controlled = controlledRatings(mtBench.comparisons, features);
      expect(Array.from(controlled.ratings)).toEqual(
        close(
          [
            869.598515696928, 1101.986003087254, 991.206784807119, 1109.497769281913, 754.190704152964,
            1173.520222973823,
          ],
          6,
        ),
      );
      expect(controlled.coefficients.map(({ estimate }) => estimate)).toEqual(
        close([0.528486697147, -0.007301201339], 9),
      );
      expect(controlled.coefficients.map(({ standardError }) => standardError)).toEqual(
        close([0.037740288931, 0.034216641368], 9),
      );
      expect(Array.from(ratingStandardErrors(controlled.covariance))).toEqual(
        close([9.021068577907, 7.096738882271, 7.985829481204, 8.838320543709, 10.455786758265, 9.410877415349], 6),
      );
    });

    it('and those clustered by question, with Student’s quantile', () => {
      const mtBench = readMtBench('human');
      const features = featureColumns(madeUpSources(mtBench.comparisons.outcome, 'log-ratio'));
      const { coefficients, covariance } = controlledRatings(mtBench.comparisons, features, {
        clusters: [mtBench.clusters('question_id')],
      });
      expect(coefficients.map(({ standardError }) => standardError)).toEqual(
        close([0.043271662119, 0.035624568701], 9),
      );
      expect(Array.from(ratingStandardErrors(covariance))).toEqual(
        close(
          [16.265360429479, 11.559709479789, 11.534631874185, 17.816558942456, 18.041209259836, 15.551905445005],
          6,
        ),
      );
      // SciPy 1.17.1, stats.t.ppf(0.975, 79).
      expect(coefficients[0]?.interval.upper).toBeCloseTo(0.528486697147 + 1.9904502102301287 * 0.043271662119, 8);
    });

    it('does as FastChat does when asked to', () => {
      const mtBench = readMtBench('human');
      const features = featureColumns(madeUpSources(mtBench.comparisons.outcome, 'relative-difference'), {
        centred: true,
      });
      const { ratings, coefficients } = controlledRatings(mtBench.comparisons, features, {
        ratingRidge: FASTCHAT_RATING_RIDGE,
      });
      expect(Array.from(ratings)).toEqual(
        close(
          [
            869.295918041119, 1103.095673747658, 992.256356617878, 1105.181954243853, 758.47936215213,
            1171.690735197363,
          ],
          5,
        ),
      );
      expect(coefficients.map(({ estimate }) => estimate)).toEqual(close([0.603788002216, 0.022298590619], 9));
    });
  },
);

/** Votes by strength and by length; the third model writes the longest answers. */
function lengthVotes(effect: number) {
  const random = seededRandom(21);
  const strengths = [0.5, 0, -0.5];
  const votes = drawVotes(strengths, { votes: 6000, random });
  const lengths = [100, 100, 300];
  const lengthOf = (model: number): number => Math.round((lengths[model] ?? 0) * Math.exp(random.uniform() - 0.5));
  const first = Float64Array.from(votes.first, lengthOf);
  const second = Float64Array.from(votes.second, lengthOf);
  const outcome = Uint8Array.from(votes.first, (a, vote) => {
    const logit =
      strengths[a]! - strengths[votes.second[vote]!]! + effect * Math.log((first[vote]! + 1) / (second[vote]! + 1));
    return random.uniform() < 1 / (1 + Math.exp(-logit)) ? FIRST_WINS : SECOND_WINS;
  });
  const features = featureColumns([{ name: 'length', form: 'log-ratio', first, second }]);
  return { comparisons: { ...votes, outcome }, features };
}

describe('controlledRatings', () => {
  it('takes out what length did to the ranking', () => {
    const { comparisons, features } = lengthVotes(1.5);
    const { raw, ratings, coefficients } = controlledRatings(comparisons, features);
    // The long-winded third model leads by length only.
    expect(raw.ratings[2]).toBeGreaterThan(raw.ratings[0]!);
    expect(ratings[0]).toBeGreaterThan(ratings[2]!);
    const [length] = coefficients;
    const perLogRatio = (length?.estimate ?? 0) / (features.units[0] ?? 1);
    expect(perLogRatio).toBeGreaterThan(1.3);
    expect(perLogRatio).toBeLessThan(1.7);
    expect(length?.interval.lower).toBeGreaterThan(0);
  });

  it('leaves the ratings alone where length does nothing', () => {
    const { comparisons, features } = lengthVotes(0);
    const { coefficients } = controlledRatings(comparisons, features);
    expect(coefficients[0]?.interval.lower).toBeLessThan(0);
    expect(coefficients[0]?.interval.upper).toBeGreaterThan(0);
  });

  it('is the raw fit where no feature varies', () => {
    const votes = drawVotes([0.5, 0, -0.5], { votes: 500, ties: 0.3, random: seededRandom(5) });
    const alike = new Float64Array(500).fill(7);
    const features = featureColumns([{ name: 'length', form: 'log-ratio', first: alike, second: alike }]);
    const { raw, ratings, covariance, rawCovariance, coefficients } = controlledRatings(votes, features);
    for (const model of [0, 1, 2]) {
      expect(ratings[model]).toBeCloseTo(raw.ratings[model]!, 6);
      expect(ratingStandardErrors(covariance)[model]).toBeCloseTo(ratingStandardErrors(rawCovariance)[model]!, 6);
    }
    expect(coefficients[0]).toMatchObject({ estimate: 0, standardError: 0 });
  });

  it('turns the coefficients’ meaning with the answers’ order: swapped votes give the same', () => {
    const { comparisons, features } = lengthVotes(1);
    const swapped = {
      ...comparisons,
      first: comparisons.second,
      second: comparisons.first,
      outcome: comparisons.outcome.map((result) => (result === TIE ? TIE : 1 - result)),
    };
    const turned = { ...features, columns: features.columns.map((column) => column.map((value) => -value)) };
    const one = controlledRatings(comparisons, features);
    const other = controlledRatings(swapped, turned);
    expect(other.coefficients[0]?.estimate).toBeCloseTo(one.coefficients[0]?.estimate ?? Number.NaN, 8);
    expect(other.ratings[0]).toBeCloseTo(one.ratings[0]!, 6);
  });

  it('leaves out votes whose features are not known, and says how many', () => {
    const { comparisons, features } = lengthVotes(1);
    const gaps = features.columns.map((column) => column.map((value, vote) => (vote % 10 === 0 ? Number.NaN : value)));
    const { votes, omitted, raw } = controlledRatings(comparisons, { ...features, columns: gaps });
    expect([votes, omitted, raw.votes]).toEqual([5400, 600, 5400]);
  });

  it('keeps ratings finite where a model won all', () => {
    const votes = {
      models: 2,
      first: Int32Array.of(0, 0, 0),
      second: Int32Array.of(1, 1, 1),
      outcome: new Uint8Array(3),
    };
    const lengths = { name: 'length', form: 'log-ratio', first: [5, 9, 4], second: [6, 5, 9] } as const;
    const { ratings, raw, converged } = controlledRatings(votes, featureColumns([lengths]));
    expect(raw.prior?.ties).toBe(0.5);
    expect(converged).toBe(true);
    expect(ratings[0]).toBeGreaterThan(ratings[1]!);
    expect(ratings[0]).toBeLessThan(2000);
  });
});
