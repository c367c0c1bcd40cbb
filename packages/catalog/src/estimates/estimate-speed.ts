import type { ModelCard } from '../card/card.js';
import { estimateMemory, type MemoryUse } from './estimate-memory.js';

/** What a machine can do, as far as speed follows from it. */
export interface Machine {
  /** 10⁹ bytes a second from memory. */
  readonly bandwidth: number;
  /** 10⁹ floating-point operations a second in products of matrices. */
  readonly compute: number;
}

/**
 * The machine that is assumed where none is named: two channels of DDR4-3200 memory (2 × 8 bytes × 3.2·10⁹) and the 270 GFLOP/s that two
 * cores with AVX-512 were measured to reach here. A graphics card has ten to fifty times as much of both.
 */
export const DEFAULT_MACHINE: Machine = { bandwidth: 51.2, compute: 270 };

/** Upper bounds of a model's speed for one sequence. */
export interface SpeedEstimate {
  /** Decoding at half the context: the memory's bandwidth over the weights and the K/V cache that a token reads. */
  readonly decodingTokensPerSecond: number;
  /** Reading a prompt: the operations a second over two for each weight that a token is multiplied with. */
  readonly prefillTokensPerSecond: number;
  readonly machine: Machine;
}

/**
 * Bounds a model's speed from above, from its card, by the roofline model (Williams, Waterman, Patterson 2009): decoding one sequence is
 * bound by memory, reading a prompt by arithmetic. Real engines reach a part of it. Undefined as `estimateMemory`.
 */
export function estimateSpeed(
  card: ModelCard,
  use: MemoryUse,
  machine: Machine = DEFAULT_MACHINE,
): SpeedEstimate | undefined {
  const memory = estimateMemory(card, use);
  if (memory === undefined) return undefined;
  const { weights, kvCacheBytes } = memory;
  return {
    decodingTokensPerSecond: (machine.bandwidth * 1e9) / (weights.bytesPerToken + kvCacheBytes / 2),
    prefillTokensPerSecond: (machine.compute * 1e9) / (2 * weights.multipliedPerToken),
    machine,
  };
}
