import { DEFAULT_MACHINE, estimateMemory, estimateSpeed, isQuantization } from '@understudy/catalog';
import type { EstimateFootprint } from './footprint.js';

/** What running a model takes, by the catalog's estimates; undefined for a format that they do not know. */
export const estimateFootprint: EstimateFootprint = (card, { quantization, contextLength, bandwidth }) => {
  if (!isQuantization(quantization)) return undefined;
  const use = { quantization, contextLength };
  const memory = estimateMemory(card, use);
  if (memory === undefined) return undefined;
  const speed = bandwidth === undefined ? undefined : estimateSpeed(card, use, { ...DEFAULT_MACHINE, bandwidth });
  return { quantization, bytes: memory.bytes, tokensPerSecond: speed?.decodingTokensPerSecond };
};
