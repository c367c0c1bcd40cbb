import type { ModelCard } from '@understudy/catalog';
import type { Candidate } from '../candidates/candidate.js';
import type { Needs } from '../needs/needs.js';

/** What running a model takes in one format. */
export interface Footprint {
  /** By llama.cpp's name. */
  readonly quantization: string;
  /** Weights and K/V cache, without the engine's working memory. */
  readonly bytes: number;
  /** Upper bound of decoding one answer: what the memory's bandwidth allows; undefined without a bandwidth. */
  readonly tokensPerSecond: number | undefined;
}

/** Estimates what running a card's model takes; undefined where the card knows too little. `bandwidth` in 10⁹ bytes a second. */
export type EstimateFootprint = (
  card: ModelCard,
  use: {
    readonly quantization: string;
    readonly contextLength: number | undefined;
    readonly bandwidth: number | undefined;
  },
) => Footprint | undefined;

/**
 * The format in which a model would be run: the one it was measured in where that is small and fast enough, as then the scores are of that
 * very format; else the first allowed one that is; else the smallest allowed one, which shows how much is missing. Undefined for hosted
 * models and where nothing can be estimated.
 */
export function chooseFootprint(
  candidate: Candidate,
  needs: Pick<Needs, 'quantization' | 'context' | 'bandwidth' | 'maxMemory' | 'speed'>,
  estimate: EstimateFootprint,
): Footprint | undefined {
  const { card, measured } = candidate;
  if (card === undefined || isHosted(candidate)) return undefined;
  const own = measured?.model.quantization;
  const formats = own === undefined ? needs.quantization : [own, ...needs.quantization.filter((one) => one !== own)];
  const use = { contextLength: needs.context, bandwidth: needs.bandwidth };
  const footprints = formats.flatMap((quantization) => estimate(card, { ...use, quantization }) ?? []);
  const smallest = footprints.toSorted((a, b) => a.bytes - b.bytes)[0];
  return footprints.find((footprint) => fits(footprint, needs)) ?? smallest;
}

function fits(
  { bytes, tokensPerSecond }: Footprint,
  { maxMemory, speed }: Pick<Needs, 'maxMemory' | 'speed'>,
): boolean {
  return bytes <= (maxMemory ?? Infinity) && (speed === undefined || (tokensPerSecond ?? 0) >= speed);
}

/** What tells where a model runs. */
type Placed = Pick<Candidate, 'card'> & Partial<Pick<Candidate, 'measured'>>;

/** True for models that somebody else runs: closed ones, and those without a card that a provider was asked for. */
export function isHosted({ card, measured }: Placed): boolean {
  return card === undefined ? measured?.model.remote !== undefined : card.weights.status === 'closed';
}

/** The identity of what a server runs is its address. */
const SERVER = /^https?:/u;

/** True for a model without a card behind some server: what it is, whether one can have it and who pays for it, the address does not tell. */
export function isBehindServer({ card, measured }: Placed): boolean {
  return card === undefined && SERVER.test(measured?.model.identity ?? '');
}
