import type { Vocabulary } from '../context/vocabulary.js';
import { isPythonWhitespace } from './python-whitespace.js';

/**
 * Where a text may be cut so that tokens(left) + tokens(right) = tokens(left + right), whatever stands on the right.
 * The only cuts considered are before a space or a line feed that follows something else than white space.
 */
export interface SafeCuts {
  /** True when cutting the text before `position` (0 < position < length) changes no token. */
  isSafe(text: string, position: number): boolean;
}

/**
 * Pre-tokenizers (`tokenizer.ggml.pre`) of byte-pair vocabularies for which a cut is proved safe. Each splits the text by
 * one or two regular expressions in the manner of GPT-2, Llama 3 or Qwen 2 (`llm_tokenizer_bpe` in `llama-vocab.cpp`):
 * - No alternative that takes in a character other than white space takes in a space after it, so that a match always
 *   ends before the space. The same holds for a line feed after a letter or a digit; after punctuation the Llama 3
 *   family goes on over line feeds.
 * - None looks behind, and the only one that looks ahead, `\s+(?!\S)`, takes in nothing but white space.
 * Words are merged one by one, so that no merge crosses the cut either.
 */
const SPLITTING_BEFORE_SPACE: ReadonlySet<string> = new Set([
  'gpt-2',
  'olmo',
  'mpt',
  'smollm',
  'starcoder',
  'command-r',
  'exaone',
  'llama3',
  'llama-v3',
  'llama-bpe',
  'falcon3',
  'dbrx',
  'glm4',
  'chatglm-bpe',
  'qwen2',
  'deepseek-r1-qwen',
  'stablelm2',
]);

/** Texts are left whole. */
export const NO_CUTS: SafeCuts = { isSafe: () => false };

const SPM_SPACE = '\u2581';
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Derives the safe cuts of a vocabulary from its own pieces; none where safety is not proved.
 *
 * - SentencePiece vocabularies (`spm`) merge neighbouring pieces whenever the result is a piece. When no piece of the
 *   vocabulary holds the character before the cut followed by the one after it, no merge can cross the cut, and merges on
 *   either side do not depend on each other. A vocabulary that puts a space in front of the text is left whole.
 * - Byte-pair vocabularies (`bpe`) with a pre-tokenizer of the list above.
 * - In both, special tokens are found first, in the text as it stands: none may span the cut, and none may swallow white
 *   space beside it.
 */
export function deriveSafeCuts(vocabulary: Vocabulary): SafeCuts {
  const tokens = Array.from({ length: vocabulary.size }, (_, token) => token);
  const special = tokens.filter((token) => vocabulary.isPartition(token));
  if (special.some((token) => vocabulary.isStripping(token))) return NO_CUTS;
  if (vocabulary.kind === 'spm' && vocabulary.metadata('tokenizer.ggml.add_space_prefix') === 'false') {
    return cutsBetween(spanningPairs(tokens.map((token) => vocabulary.rawText(token))), () => true);
  }
  if (vocabulary.kind === 'bpe' && SPLITTING_BEFORE_SPACE.has(vocabulary.metadata('tokenizer.ggml.pre') ?? '')) {
    return bytePairCuts(special.map((token) => vocabulary.rawText(token)));
  }
  return NO_CUTS;
}

/**
 * The safe cuts of a byte-pair vocabulary whose pre-tokenizer splits as those of `SPLITTING_BEFORE_SPACE`, given the texts of its special
 * tokens, none of which swallows white space.
 */
export function bytePairCuts(special: readonly string[]): SafeCuts {
  return cutsBetween(spanningPairs(special), (before, after) => after === ' ' || LETTER_OR_DIGIT.test(before));
}

/** Pairs of neighbouring UTF-16 units, the second one a space or a line feed, that some piece holds. */
function spanningPairs(pieces: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const piece of pieces) {
    const text = piece.replaceAll(SPM_SPACE, ' ');
    for (let position = 1; position < text.length; position += 1) {
      const after = text[position];
      if (after === ' ' || after === '\n') pairs.add(text.slice(position - 1, position + 1));
    }
  }
  return pairs;
}

function cutsBetween(spanned: ReadonlySet<string>, splits: (before: string, after: string) => boolean): SafeCuts {
  return {
    isSafe(text, position) {
      const after = text.charAt(position);
      if (after !== ' ' && after !== '\n') return false;
      const before = text.charAt(position - 1);
      if (before === SPM_SPACE || isPythonWhitespace(text, position - 1)) return false;
      return !spanned.has(before + after) && splits(before, after);
    },
  };
}
