import { bisect } from '../bisect.js';
import { normalQuantile } from '../normal-quantile.js';
import { twoSidedLevel } from '../one-sided.js';

/** Documents that both models answered, and how often they disagree. */
export interface PairedDocuments {
  readonly documents: number;
  /** Share of documents on which exactly one of them is right. */
  readonly discordance: number;
  /** 0.8 by default. */
  readonly power?: number | undefined;
  /** Of the two-sided test; 0.95 by default. */
  readonly confidence?: number | undefined;
}

/**
 * The smallest true difference of two models' shares that as many documents show with this power: `pairedDocumentsNeeded` the other way
 * round. Undefined where even the largest that this discordance allows (all disagreements one way) is too small.
 */
export function detectableDifference(plan: PairedDocuments): number | undefined {
  const { documents, discordance, power = 0.8, confidence = 0.95 } = plan;
  const zAlpha = normalQuantile(confidence) * Math.sqrt(discordance);
  const zBeta = normalQuantile(twoSidedLevel(power));
  // √n·δ = z_{α/2}·√ψ + z_β·√(ψ − δ²): the left side grows with δ, the right side falls.
  const excess = (delta: number): number => {
    return Math.sqrt(documents) * delta - zBeta * Math.sqrt(Math.max(0, discordance - delta ** 2));
  };
  const offset = excess(0);
  if (!(excess(discordance) >= zAlpha)) return undefined;
  return bisect((delta) => excess(Math.min(delta, discordance)) - offset, zAlpha - offset);
}
