/** The mean of one part of a group. */
export interface GroupPart {
  readonly mean: number;
  readonly count: number;
}

/** The standard error of one part of a group. */
export interface GroupPartError {
  readonly standardError: number;
  readonly count: number;
}

/** Mean of the parts' means, weighted by their sizes (each sample counts the same) or not (each part counts the same). */
export function pooledMean(parts: readonly GroupPart[], { weightBySize }: { readonly weightBySize: boolean }): number {
  const weights = parts.map((part) => (weightBySize ? part.count : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return parts.reduce((sum, part, index) => sum + part.mean * weights[index]!, 0) / total;
}

/**
 * Standard error of a group's size-weighted mean from its k parts: √(Σ (nᵢ − 1)·nᵢ·seᵢ² / (Σnᵢ − k) / Σnᵢ), the pooled variance over the
 * whole count, as lm-evaluation-harness has it (`pooled_sample_stderr`). It leaves out how far the parts lie from each other.
 */
export function pooledStandardError(parts: readonly GroupPartError[]): number {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const squares = parts.reduce((sum, { standardError, count }) => sum + (count - 1) * standardError ** 2 * count, 0);
  return Math.sqrt(squares / (total - parts.length) / total);
}
