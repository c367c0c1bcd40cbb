import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/**
 * GPT-J (Wang & Komatsuzaki 2021), CodeGen (Nijkamp et al. 2022, arXiv:2203.13474) and MOSS: attention and feed-forward network side by
 * side behind one norm. llama.cpp has the name, and no converter.
 */
export function gptj(source: ModelSource): TextModel {
  return decoder(source, {
    shape: transformerShape(source, 'layer'),
    rotary: { pairs: 'neighbours', tables: [rotaryTable(source)] },
    layer(layer) {
      const x = layer.norm('attn_norm');
      layer.add(layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output'));
      layer.add(layer.feedForward(layer.goingOn(x), 'gelu-tanh'));
    },
  });
}
