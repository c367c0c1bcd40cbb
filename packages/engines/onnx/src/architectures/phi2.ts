import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** Phi-1, Phi-1.5 (Li et al. 2023, arXiv:2309.05463) and Phi-2: attention and feed-forward network side by side behind one norm. */
export function phi2(source: ModelSource): TextModel {
  return decoder(source, {
    shape: transformerShape(source, 'layer'),
    rotary: { pairs: 'halves', tables: [rotaryTable(source)] },
    layer(layer) {
      const x = layer.norm('attn_norm');
      layer.add(layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output'));
      layer.add(layer.feedForward(layer.goingOn(x), 'gelu-tanh'));
    },
  });
}
