import type { SentencePieceModel } from './model.js';
import type { TokenizerClass } from './tokenizer-class.js';

/**
 * Which of the stretches of a text between added tokens get a space in front: none, a text's first one unless it begins with a space, or
 * every one. `own`: the model puts it there.
 */
export type SpacePrefix = 'never' | 'first' | 'every' | 'own';

/** As transformers' fast tokenizers do it: `legacy`, unless it is switched off, means every stretch (`LlamaConverter`). */
export function spacePrefix(
  model: SentencePieceModel,
  own: TokenizerClass,
  config: Readonly<Record<string, unknown>>,
): SpacePrefix {
  if (own.algorithm === 'unigram') return 'own';
  if (own.spaces === 'never' || config['add_prefix_space'] === false) return 'never';
  if (own.spaces === 'by-model') return model.addsSpaceInFront ? 'every' : 'never';
  return isNormalizing(own, config) ? 'every' : 'first';
}

/** True where spaces are written as ▁ by a normalizer; without `legacy` a pre-tokenizer does it, behind the search for added tokens. */
export function isNormalizing(own: TokenizerClass, config: Readonly<Record<string, unknown>>): boolean {
  return own.spaces !== 'configured' || config['legacy'] !== false;
}
