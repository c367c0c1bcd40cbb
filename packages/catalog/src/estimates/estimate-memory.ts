import type { ModelCard } from '../card/card.js';
import { estimateWeights, type WeightsEstimate } from './estimate-weights.js';
import { kvBytesPerToken, type KvType } from './kv-cache.js';
import type { Quantization } from './quantization.js';

/** What running a model takes, without the engine's working memory (of some tens of megabytes to a gigabyte, by batch and vocabulary). */
export interface MemoryEstimate {
  readonly quantization: Quantization;
  readonly weights: WeightsEstimate;
  readonly kvType: KvType;
  /** Of one sequence. */
  readonly kvBytesPerToken: number;
  /** Tokens that the figures are for. */
  readonly contextLength: number;
  readonly kvCacheBytes: number;
  /** Weights and K/V cache. */
  readonly bytes: number;
}

/** What to estimate memory for. */
export interface MemoryUse {
  readonly quantization: Quantization;
  /** Tokens; default: the model's own context length. */
  readonly contextLength?: number | undefined;
  /** Default: `f16`. */
  readonly kvType?: KvType | undefined;
  /** Texts at a time, each with a cache of its own; default: 1. Understudy writes up to 16 at a time where memory allows. */
  readonly sequences?: number | undefined;
  /**
   * True: layers with a sliding window keep its tokens alone. Default: false, as engines that share prefixes keep all (`swa_full` of
   * llama.cpp, which Understudy sets). It counts where the card knows of a window of every layer.
   */
  readonly dropsBehindWindow?: boolean | undefined;
}

/**
 * Estimates the memory of running a model from its card. Undefined where the card does not know its parameters, the shape of its attention
 * or its context length, and for encoder-decoders, whose cache follows other rules.
 */
export function estimateMemory(card: ModelCard, use: MemoryUse): MemoryEstimate | undefined {
  const { quantization, kvType = 'f16', sequences = 1 } = use;
  const weights = estimateWeights(card, quantization);
  const perToken = cardKvBytesPerToken(card, kvType);
  const contextLength = use.contextLength ?? card.architecture?.contextLength ?? undefined;
  if (weights === undefined || perToken === undefined || contextLength === undefined) return undefined;
  const kept = Math.min(contextLength, keptTokens(card, use));
  const kvCacheBytes = perToken * kept * sequences;
  const bytes = weights.bytes + kvCacheBytes;
  return { quantization, weights, kvType, kvBytesPerToken: perToken, contextLength, kvCacheBytes, bytes };
}

function cardKvBytesPerToken({ architecture }: ModelCard, kvType: KvType): number | undefined {
  if (architecture === null || architecture.type === null || architecture.type === 'encoder-decoder') return undefined;
  const { layers, keyValueHeads, headSize } = architecture;
  if (layers === null || keyValueHeads === null || headSize === null) return undefined;
  return kvBytesPerToken({ layers, keyValueHeads, headSize }, kvType);
}

function keptTokens({ slidingWindow }: ModelCard, { dropsBehindWindow = false }: MemoryUse): number {
  return dropsBehindWindow && slidingWindow !== null ? slidingWindow.value : Infinity;
}
