import { describe, expect, it } from 'vitest';
import { mcNemarTest } from '../mc-nemar-test.js';
import { seededRandom } from '../random/xoshiro.js';
import { detectableDifference } from './detectable-difference.js';
import {
  independentDiscordance,
  independentDocumentsNeeded,
  pairedDocumentsNeeded,
  verdictDocumentsNeeded,
} from './documents-needed.js';

/** How documents fall: the first alone right, the second alone right, by chance. */
function drawPairs(
  documents: number,
  { discordance, difference }: { discordance: number; difference: number },
  seed: number,
) {
  const random = seededRandom(seed);
  let firstOnly = 0;
  let secondOnly = 0;
  for (let at = 0; at < documents; at += 1) {
    const place = random.uniform();
    if (place < (discordance + difference) / 2) firstOnly += 1;
    else if (place < discordance) secondOnly += 1;
  }
  return { firstOnly, secondOnly };
}

function binomial(documents: number, rate: number, random: ReturnType<typeof seededRandom>): number {
  let right = 0;
  for (let at = 0; at < documents; at += 1) right += Number(random.uniform() < rate);
  return right;
}

const ROUNDS = 2000;
/** Four standard errors of a share of 0.8 in as many rounds. */
const NOISE = 4 * Math.sqrt((0.8 * 0.2) / ROUNDS);

function shareOf(test: (round: number) => boolean): number {
  let hits = 0;
  for (let round = 0; round < ROUNDS; round += 1) hits += Number(test(round));
  return hits / ROUNDS;
}

describe('documents for a difference, both models asked the same ones', () => {
  it('are those of Connor’s formula', () => {
    // Connor 1987 by hand: ψ = 0.2, δ = 0.1: (1.95996·√0.2 + 0.84162·√0.19)²/0.01 = 154.6.
    expect(pairedDocumentsNeeded({ difference: 0.1, discordance: 0.2 })).toBe(155);
    expect(pairedDocumentsNeeded({ difference: -0.1, discordance: 0.2 })).toBe(155);
  });

  it.each([
    [0.05, 0.2],
    [0.1, 0.3],
    [0.03, 0.1],
  ])('of %d at a discordance of %d are found in 80%% of simulated runs', (difference, discordance) => {
    const documents = pairedDocumentsNeeded({ difference, discordance });
    const power = shareOf((round) => {
      const { firstOnly, secondOnly } = drawPairs(documents, { difference, discordance }, round);
      return Math.abs(firstOnly - secondOnly) > 1.959964 * Math.sqrt(firstOnly + secondOnly);
    });
    expect(Math.abs(power - 0.8)).toBeLessThan(NOISE);
  });

  it('leave the exact test a little short, as it does not use up its α', () => {
    const plan = { difference: 0.05, discordance: 0.2 };
    const documents = pairedDocumentsNeeded(plan);
    const power = shareOf((round) => mcNemarTest(drawPairs(documents, plan, round)) < 0.05);
    expect(power).toBeGreaterThan(0.74);
    expect(power).toBeLessThan(0.81);
  });

  it('have no answer where nothing can be shown', () => {
    expect(pairedDocumentsNeeded({ difference: 0, discordance: 0.2 })).toBe(Infinity);
    expect(pairedDocumentsNeeded({ difference: 0.3, discordance: 0.2 })).toBeNaN();
    expect(pairedDocumentsNeeded({ difference: 0.1, discordance: 1.1 })).toBeNaN();
  });
});

describe('documents to show non-inferiority, both models asked the same ones', () => {
  it.each([
    [0, 0.2, 0.05],
    [0.01, 0.15, 0.04],
    [-0.01, 0.3, 0.08],
  ])(
    'of a true difference %d at a discordance of %d within %d suffice in 80%% of simulated runs',
    (difference, discordance, margin) => {
      const documents = pairedDocumentsNeeded({ difference, discordance, margin });
      const power = shareOf((round) => {
        const { firstOnly, secondOnly } = drawPairs(documents, { difference, discordance }, round);
        const mean = (firstOnly - secondOnly) / documents;
        const variance = (firstOnly + secondOnly) / documents - mean ** 2;
        return mean - 1.644854 * Math.sqrt(variance / documents) > -margin;
      });
      expect(Math.abs(power - 0.8)).toBeLessThan(NOISE + 0.01);
    },
  );

  it('are ever more towards the limit', () => {
    const plan = { discordance: 0.2, margin: 0.05 };
    expect(pairedDocumentsNeeded({ ...plan, difference: 0.02 })).toBeLessThan(
      pairedDocumentsNeeded({ ...plan, difference: 0 }),
    );
    expect(pairedDocumentsNeeded({ ...plan, difference: -0.05 })).toBe(Infinity);
  });
});

describe('documents for two models asked independently', () => {
  it('are those of Fleiss’s formula', () => {
    // Fleiss 1981, table A.3 before the correction: 0.5 against 0.6 at 80% power: 387.3.
    expect(independentDocumentsNeeded({ secondRate: 0.5, difference: 0.1 })).toBe(388);
  });

  it('are found in 80% of simulated runs', () => {
    const documents = independentDocumentsNeeded({ secondRate: 0.6, difference: 0.08 });
    const power = shareOf((round) => {
      const random = seededRandom(round);
      const [first, second] = [binomial(documents, 0.68, random), binomial(documents, 0.6, random)];
      const pooled = (first + second) / (2 * documents);
      return Math.abs(first - second) / documents > 1.959964 * Math.sqrt((2 * pooled * (1 - pooled)) / documents);
    });
    expect(Math.abs(power - 0.8)).toBeLessThan(NOISE);
  });

  it('are about those of pairs that answer independently', () => {
    const plan = { difference: 0.05 };
    const paired = pairedDocumentsNeeded({ ...plan, discordance: independentDiscordance(0.65, 0.6) });
    expect(independentDocumentsNeeded({ ...plan, secondRate: 0.6 }) / paired).toBeCloseTo(1, 1);
    // Models that mostly agree need far fewer.
    expect(pairedDocumentsNeeded({ ...plan, discordance: 0.15 })).toBeLessThan(paired / 2);
  });

  it('to show non-inferiority are those of Blackwelder’s formula', () => {
    // (1.644854 + 0.841621)²·2·0.6·0.4/0.05² = 1187.1
    expect(independentDocumentsNeeded({ secondRate: 0.6, difference: 0, margin: 0.05 })).toBe(1188);
    expect(independentDocumentsNeeded({ secondRate: 0.6, difference: -0.05, margin: 0.05 })).toBe(Infinity);
    expect(independentDocumentsNeeded({ secondRate: 0.98, difference: 0.05 })).toBeNaN();
  });
});

describe('the smallest difference that documents show', () => {
  it.each([
    [1000, 0.2],
    [100, 0.3],
    [14_042, 0.1],
  ])('is the planner the other way round: %i documents at a discordance of %d', (documents, discordance) => {
    const difference = detectableDifference({ documents, discordance }) ?? 0;
    expect(pairedDocumentsNeeded({ difference: difference * 1.0001, discordance })).toBeLessThanOrEqual(documents);
    expect(pairedDocumentsNeeded({ difference: difference * 0.999, discordance })).toBeGreaterThan(documents);
  });

  it('is none where there are too few', () => {
    expect(detectableDifference({ documents: 5, discordance: 0.2 })).toBeUndefined();
  });
});

describe('documents for a verdict', () => {
  const plan = { variance: 0.25, margin: 0.03, confidence: 0.95 };

  it('are the textbook number: 2.4865² · 0.25 / 0.03² for equal models', () => {
    expect(verdictDocumentsNeeded({ ...plan, difference: 0 })).toBe(Math.ceil((2.486475 ** 2 * 0.25) / 0.03 ** 2));
  });

  it('are fewer where the model is better, and have no end where it lies on the margin', () => {
    const equal = verdictDocumentsNeeded({ ...plan, difference: 0 });
    expect(verdictDocumentsNeeded({ ...plan, difference: 0.03 })).toBeLessThan(equal / 3.9);
    expect(verdictDocumentsNeeded({ ...plan, difference: -0.06 })).toBe(equal);
    expect(verdictDocumentsNeeded({ ...plan, difference: -0.03 })).toBe(Infinity);
  });

  it('are those of right and wrong answers where the variance is that of a discordance', () => {
    const [difference, discordance] = [0.01, 0.2];
    const variance = discordance - difference ** 2;
    expect(verdictDocumentsNeeded({ ...plan, variance, difference })).toBe(
      pairedDocumentsNeeded({ difference, discordance, margin: 0.03 }),
    );
  });

  it('grow with what shared texts add, above 1 as well', () => {
    const [once, thrice] = [1, 3].map((variance) => verdictDocumentsNeeded({ ...plan, variance, difference: 0 }));
    expect(thrice).toBeGreaterThan(2.99 * (once ?? 0));
  });
});
