import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableValue } from '@understudy/gguf';
import { readChatTemplate, readOptional, SENTENCEPIECE_FILES } from '../tokenizer-files.js';
import type { AddedToken } from './added-token.js';
import { addedTokens } from './added-tokens.js';
import { characterRules, type CharacterRules } from './character-rules.js';
import { PIECE } from './model.js';
import { readSentencePiece, sentencePieceError } from './read-model.js';
import { isNormalizing, spacePrefix, type SpacePrefix } from './space-prefix.js';
import { specialTokens } from './special-tokens.js';
import { tokenizerClass, type TokenizerClass } from './tokenizer-class.js';
import { unlikeLlama } from './unlike-llama.js';
import { vocabularyMetadata } from './vocabulary-metadata.js';

/** A checkpoint's SentencePiece tokenizer: how texts are taken apart, and the vocabulary for the stretches. */
export interface SentencePieceTokenizer {
  /** Found in a text first. */
  readonly added: readonly AddedToken[];
  readonly prefix: SpacePrefix;
  /** Rewrites what stands between added tokens, where libllama does not do it: it has the rules of unigram models only. */
  readonly rewrite: CharacterRules;
  /** The vocabulary in the words of a GGUF, for what stands between added tokens. */
  readonly metadata: Readonly<Record<string, WritableValue>>;
}

/** The SentencePiece model of a checkpoint's folder; undefined when there is none. */
export function sentencePieceFile(folder: string): string | undefined {
  return SENTENCEPIECE_FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Reads the tokenizer that transformers' `AutoTokenizer` makes of a folder with a SentencePiece model and no `tokenizer.json`: the fast
 * one, which lm-evaluation-harness scores with. In one thing sentencepiece and the slow ones are followed: a BPE model's character rules are
 * applied, which the fast ones drop. Throws `DataError` `checkpoint-sentencepiece` for a broken model, and for what would be
 * tokenised otherwise.
 */
export function readSentencePieceTokenizer(path: string, folder: string): SentencePieceTokenizer {
  const model = readSentencePiece(path);
  const own = tokenizerClass(path, folder);
  const config = readOptional(join(folder, 'tokenizer_config.json'));
  const special = specialTokens(folder, own);
  const added = addedTokens(folder, { model, own, special });
  const prefix = spacePrefix(model, own, config);
  const problem = unlikeLlama({ model, own, config, prefix, added });
  if (problem !== undefined) throw sentencePieceError(path, problem);
  const size = readOptional(join(folder, 'config.json'))['vocab_size'];
  const metadata = vocabularyMetadata({
    model,
    added,
    special,
    size: typeof size === 'number' ? size : undefined,
    around: textsAround(own, config),
    chatTemplate: readChatTemplate(folder),
  });
  // Without a normalizer all of them are looked for in the text as it stands.
  const hasNormalizer = isNormalizing(own, config);
  const kept = model.pieces.filter(({ type }) => type === PIECE.userDefined).map(({ text }) => text);
  return {
    added: hasNormalizer ? added : added.map(asItStands),
    prefix,
    rewrite: model.algorithm === 'bpe' ? characterRules(model.characterRules, kept) : (text) => text,
    metadata,
  };
}

function asItStands(token: AddedToken): AddedToken {
  return { ...token, isNormalized: false };
}

/** T5's class knows no `add_bos_token` and `add_eos_token`. */
function textsAround({ around, algorithm }: TokenizerClass, config: Readonly<Record<string, unknown>>) {
  if (algorithm === 'unigram') return around;
  const said = (key: string, fallback: boolean): boolean => (typeof config[key] === 'boolean' ? config[key] : fallback);
  return { bos: said('add_bos_token', around.bos), eos: said('add_eos_token', around.eos) };
}
