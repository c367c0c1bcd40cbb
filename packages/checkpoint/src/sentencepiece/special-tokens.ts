import { join } from 'node:path';
import { readOptional } from '../tokenizer-files.js';
import { declared, type Declared } from './added-token.js';
import type { TokenizerClass } from './tokenizer-class.js';

/** transformers' `SPECIAL_TOKENS_ATTRIBUTES`, in the order in which those that are missing get their ids. */
const SPECIAL_KEYS = [
  'bos_token',
  'eos_token',
  'unk_token',
  'sep_token',
  'pad_token',
  'cls_token',
  'mask_token',
  'additional_special_tokens',
] as const;

/** What a folder's files say about special tokens, by transformers' names. */
export type SpecialTokenTexts = Readonly<Record<string, readonly Declared[]>>;

/**
 * Special tokens by key: of the class, replaced by `tokenizer_config.json`'s, and by `special_tokens_map.json`'s where the former has no
 * `added_tokens_decoder` (transformers, `_from_pretrained`). A key with null has none.
 */
export function specialTokens(folder: string, own: TokenizerClass): SpecialTokenTexts {
  const config = readOptional(join(folder, 'tokenizer_config.json'));
  const map = 'added_tokens_decoder' in config ? {} : readOptional(join(folder, 'special_tokens_map.json'));
  const said: Readonly<Record<string, unknown>> = { ...own.specialTokens, ...config, ...map };
  return Object.fromEntries(
    SPECIAL_KEYS.map((key) => [key, [said[key]].flat().flatMap((token) => declared(token, { isSpecial: true }))]),
  );
}
