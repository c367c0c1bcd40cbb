import type { ModelSource } from './model-source.js';
import type { RotaryTable } from './text-model.js';

const FACTORS = 'rope_freqs.weight';

/**
 * The table of rotary angles that a model's metadata describes. Where a factor is given without a kind of scaling it is linear, as in
 * llama.cpp; other kinds are refused.
 */
export function rotaryTable(source: ModelSource): RotaryTable {
  const factor = source.optionalNumber('rope.scaling.factor') ?? source.optionalNumber('rope.scale_linear') ?? 0;
  const scaling = source.optionalString('rope.scaling.type') ?? 'linear';
  const attentionFactor = source.optionalNumber('rope.scaling.attn_factor') ?? 1;
  if (!['none', 'linear'].includes(scaling)) {
    source.refuse(`its rotary scaling is '${scaling}'`);
  }
  if (attentionFactor !== 1) {
    source.refuse(`its rotary angles are scaled by ${attentionFactor}`);
  }
  return {
    base: source.optionalNumber('rope.freq_base') ?? 10_000,
    dimensions: source.optionalNumber('rope.dimension_count') ?? source.description.keyLength,
    scale: scaling === 'linear' && factor !== 0 ? 1 / factor : 1,
    factors: source.weights.has(FACTORS) ? FACTORS : undefined,
  };
}

/** Says that a model does not rotate, although its file may have sizes for it. */
export function withoutRotary(source: ModelSource): void {
  source.ignore('rope.dimension_count', 'rope.freq_base');
}
