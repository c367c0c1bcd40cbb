import { alibiBias, alibiSlopes } from '../parts/alibi.js';
import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable, withoutRotary } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** Layers of the 7B and the 13B models: the only thing by which a file tells them apart, in llama.cpp too. */
const ROTARY_LAYERS = 32;
const ALIBI_LAYERS = 40;

/**
 * Baichuan and Baichuan 2 (Yang et al. 2023, arXiv:2309.10305): the 7B models are Llama, the 13B models have ALiBi instead of rotation.
 * Baichuan 2 divides the rows of its last matrix by their norms; the converter expects a checkpoint in which that is done.
 */
export function baichuan(source: ModelSource): TextModel {
  const shape = transformerShape(source, 'rms');
  const rotates = shape.layers === ROTARY_LAYERS;
  if (!rotates && shape.layers !== ALIBI_LAYERS) {
    source.refuse(`${shape.layers} layers don't tell whether positions are rotations or ALiBi`);
  }
  if (!rotates) {
    withoutRotary(source);
  }
  return decoder(source, {
    shape,
    ...(rotates
      ? { rotary: { pairs: source.rotaryPairs('neighbours'), tables: [rotaryTable(source)] } }
      : { positionBias: alibiBias({ slopes: alibiSlopes(shape.heads) }) }),
    layer(layer) {
      const projections = layer.project(layer.norm('attn_norm'));
      layer.add(layer.linear(layer.attend(rotates ? layer.rotate(projections) : projections), 'attn_output'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), 'silu'));
    },
  });
}
