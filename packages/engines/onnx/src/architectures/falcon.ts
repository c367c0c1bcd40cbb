import { alibiBias, alibiSlopes, type Alibi } from '../parts/alibi.js';
import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable, withoutRotary } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/**
 * Falcon (Almazrouei et al. 2023, arXiv:2311.16867) in its three forms, told apart by their norms: 7B has one for attention and
 * feed-forward network side by side, 40B and 180B have one for each, Falcon-RW has one behind the other, biases, and ALiBi.
 * llama.cpp converts no Falcon-RW; files of it say `falcon.attention.max_alibi_bias`, as those of MPT do.
 */
export function falcon(source: ModelSource): TextModel {
  const shape = transformerShape(source, 'layer');
  const mostBias = source.optionalNumber('attention.max_alibi_bias') ?? 0;
  const alibi = mostBias > 0 ? falconAlibi(shape.heads, mostBias, shape.headLength) : undefined;
  if (alibi !== undefined) {
    withoutRotary(source);
  }
  return decoder(source, {
    shape,
    ...(alibi === undefined
      ? { rotary: { pairs: 'halves', tables: [rotaryTable(source)] } }
      : { positionBias: alibiBias(alibi) }),
    layer(layer) {
      const x = layer.norm(layer.has('attn_norm_2') ? 'attn_norm_2' : 'attn_norm');
      const projections = layer.project(x);
      const attended = layer.attend(alibi === undefined ? layer.rotate(projections) : projections);
      const branch = layer.linear(attended, 'attn_output');
      if (layer.has('ffn_norm')) {
        layer.add(branch);
        layer.add(layer.feedForward(layer.norm('ffn_norm'), 'gelu'));
      } else {
        const y = layer.has('attn_norm_2') ? layer.norm('attn_norm') : layer.goingOn(x);
        layer.add(branch);
        layer.add(layer.feedForward(y, 'gelu'));
      }
    },
  });
}

/** Falcon rounds its biases to bfloat16, and scales them with the scores (its code in transformers, `build_alibi_tensor`). */
function falconAlibi(heads: number, mostBias: number, headLength: number): Alibi {
  return { slopes: alibiSlopes(heads, mostBias), rounding: 'bfloat16', scale: headLength ** -0.5 };
}
