import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/xoshiro.js';
import { verdictDocumentsNeeded } from './documents-needed.js';

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

const ROUNDS = 2000;
/** Four standard errors of a share of 0.8 in as many rounds. */
const NOISE = 4 * Math.sqrt((0.8 * 0.2) / ROUNDS);

describe('documents for a verdict', () => {
  const plan = { variance: 0.25, margin: 0.03, confidence: 0.95 };

  it('are the textbook number: 2.4865² · 0.25 / 0.03² for equal models', () => {
    expect(verdictDocumentsNeeded({ ...plan, difference: 0 })).toBe(Math.ceil((2.486475 ** 2 * 0.25) / 0.03 ** 2));
  });

  it.each([
    [0, 0.2, 0.05],
    [0.01, 0.15, 0.04],
    [-0.01, 0.3, 0.08],
  ])(
    'of a true difference %d at a discordance of %d within %d suffice in 80%% of simulated runs',
    (difference, discordance, margin) => {
      const documents = verdictDocumentsNeeded({ difference, variance: discordance - difference ** 2, margin });
      let shown = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const { firstOnly, secondOnly } = drawPairs(documents, { difference, discordance }, round);
        const mean = (firstOnly - secondOnly) / documents;
        const variance = (firstOnly + secondOnly) / documents - mean ** 2;
        shown += Number(mean - 1.644854 * Math.sqrt(variance / documents) > -margin);
      }
      expect(Math.abs(shown / ROUNDS - 0.8)).toBeLessThan(NOISE + 0.01);
    },
  );

  it('are fewer where the model is better, and have no end where it lies on the margin', () => {
    const equal = verdictDocumentsNeeded({ ...plan, difference: 0 });
    expect(verdictDocumentsNeeded({ ...plan, difference: 0.03 })).toBeLessThan(equal / 3.9);
    expect(verdictDocumentsNeeded({ ...plan, difference: -0.06 })).toBe(equal);
    expect(verdictDocumentsNeeded({ ...plan, difference: -0.03 })).toBe(Infinity);
  });

  it('grow with what shared texts add, above 1 as well', () => {
    const [once, thrice] = [1, 3].map((variance) => verdictDocumentsNeeded({ ...plan, variance, difference: 0 }));
    expect(thrice).toBeGreaterThan(2.99 * (once ?? 0));
  });
});
