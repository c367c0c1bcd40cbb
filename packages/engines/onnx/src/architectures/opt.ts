import type { Activation } from '../parts/activation.js';
import { positionedEmbedding } from '../parts/embedding.js';
import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { withoutRotary } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

const ACTIVATIONS: Readonly<Record<string, Activation>> = { relu: 'relu', gelu: 'gelu' };

/**
 * OPT (Zhang et al. 2022, arXiv:2205.01068) and Galactica (Taylor et al. 2022, arXiv:2211.09085): learned positions, the table beginning with
 * that of the first token. llama.cpp knows neither; files are laid out as bench/architectures/layouts.py does it. OPT-350M, which norms
 * behind its branches, has other tensors and does not fit.
 */
export function opt(source: ModelSource): TextModel {
  const { weights } = source;
  const name = source.optionalString('hidden_activation') ?? 'relu';
  const activation = ACTIVATIONS[name];
  if (activation === undefined) {
    source.refuse(`its activation is '${name}'`);
  }
  withoutRotary(source);
  return decoder(source, {
    shape: transformerShape(source, 'layer'),
    embed: (g, inputs) =>
      positionedEmbedding(g, inputs, {
        tokens: weights.in(g, 'token_embd.weight'),
        positions: weights.in(g, 'position_embd.weight'),
      }),
    layer(layer) {
      layer.add(layer.linear(layer.attend(layer.project(layer.norm('attn_norm'))), 'attn_output'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), activation ?? 'relu'));
    },
  });
}
