import type { AddedToken } from './added-token.js';
import { PIECE, type SentencePieceModel } from './model.js';
import { isNormalizing, type SpacePrefix } from './space-prefix.js';
import type { TokenizerClass } from './tokenizer-class.js';

/** Rules that take all kinds of white space for spaces, as T5's; with others transformers' tokenizers disagree. */
const SPACE_RULES = ['nmt_nfkc', 'nmt_nfkc_cf'];

const DISAGREE = "which transformers' slow and fast tokenizers read differently";

/** What decides on a text's tokens. */
export interface Tokenization {
  readonly model: SentencePieceModel;
  readonly own: TokenizerClass;
  readonly config: Readonly<Record<string, unknown>>;
  readonly prefix: SpacePrefix;
  readonly added: readonly AddedToken[];
}

/**
 * What of a tokenizer libllama does not do, or transformers' own two tokenizers do each in its way; undefined when all is well. What they
 * differ in only for texts that begin with a space, or that have the texts of added tokens, is no reason: the fast one is followed.
 */
export function unlikeLlama(tokenization: Tokenization): string | undefined {
  const { model, own, config } = tokenization;
  const { algorithm } = model;
  if (algorithm !== own.algorithm) return `its algorithm is ${algorithm}; of this class ${own.algorithm} can be read`;
  if (model.marksWordEnds) return 'it marks the ends of words instead of their beginnings';
  if (!model.escapesSpaces) return 'it does not write spaces as ▁';
  if (config['split_special_tokens'] === true) return 'it takes special tokens apart (split_special_tokens)';
  if (hasEntries(config['sp_model_kwargs'])) return 'it draws tokens at random (sp_model_kwargs)';
  return algorithm === 'bpe' ? unlikeLlamaBpe(tokenization) : unlikeLlamaUnigram(tokenization);
}

function unlikeLlamaBpe({ model, own, config, prefix }: Tokenization): string | undefined {
  if (!hasAllBytes(model)) return 'it is a BPE model without bytes for unknown characters';
  if (model.removesExtraSpaces) return `it is a BPE model that takes out repeated spaces, ${DISAGREE}`;
  // Without `legacy` the slow tokenizer switches the model's space off and puts its own there.
  if (isNormalizing(own, config) && model.addsSpaceInFront !== (prefix !== 'never')) {
    const does = model.addsSpaceInFront ? 'puts' : 'does not put';
    return `the model ${does} a space in front of texts and its tokenizer's class otherwise, ${DISAGREE}`;
  }
  return undefined;
}

function unlikeLlamaUnigram({ model, config, added }: Tokenization): string | undefined {
  if (model.hasByteFallback) return `it is a unigram model with bytes for unknown characters, ${DISAGREE}`;
  if (!SPACE_RULES.includes(model.rulesName)) {
    return `it rewrites characters by ${model.rulesName || 'no rules'}; of unigram models ${SPACE_RULES.join(', ')} can be read`;
  }
  if (!model.addsSpaceInFront || config['add_prefix_space'] === false)
    return `it is a unigram model without a space in front of texts, ${DISAGREE}`;
  if (!model.removesExtraSpaces) return `it is a unigram model that keeps repeated spaces, ${DISAGREE}`;
  if (config['legacy'] === false) return 'it puts no space behind special tokens (legacy: false)';
  if (model.pieces.some(({ text, type }) => type === PIECE.userDefined && /[\s▁]/u.test(text)))
    return `it is a unigram model with white space in user-defined pieces, ${DISAGREE}`;
  const normalized = added.find(({ isNormalized }) => isNormalized);
  return normalized === undefined ? undefined : `its added token ${normalized.text} is looked for in rewritten texts`;
}

/** libllama ends the process when it lacks one. */
function hasAllBytes({ pieces }: SentencePieceModel): boolean {
  const bytes = new Set(pieces.filter(({ type }) => type === PIECE.byte).map(({ text }) => text));
  return bytes.size === 256 && Array.from(bytes).every((text) => /^<0x[0-9A-F]{2}>$/.test(text));
}

function hasEntries(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
