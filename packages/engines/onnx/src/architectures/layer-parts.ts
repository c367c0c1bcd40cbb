import type { RotaryPairs } from '../parts/rotary-embedding.js';
import type { RotaryTable } from './text-model.js';
import type { TransformerShape } from './transformer-shape.js';

/** What of an architecture each of its layers reads. */
export interface LayerParts {
  readonly shape: TransformerShape;
  /** Rotary position embedding: how elements are paired, the tables, and which of them a layer takes (the first, if not said). */
  readonly rotary?: {
    readonly pairs: RotaryPairs;
    readonly tables: readonly RotaryTable[];
    readonly tableOf?: (layer: number) => number;
  };
  /** Factor of the attention scores; 1/√headLength if not said. */
  readonly attentionScale?: number;
  /** Attention scores are bent towards ± this (Gemma 2, Grok). */
  readonly attentionSoftCap?: number | undefined;
  /** What the names of a layer's weights and of the last norm begin with: `blk` and nothing, if not said. */
  readonly names?: { readonly layers: string; readonly outputNorm: string };
}
