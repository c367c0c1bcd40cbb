import { join } from 'node:path';
import { readOptional } from '../tokenizer-files.js';

/** A token beside those of the SentencePiece model, or in the place of one. */
export interface AddedToken {
  readonly id: number;
  readonly text: string;
  /** Special tokens are left out of texts for people. */
  readonly isSpecial: boolean;
}

/**
 * Tokens that were added to a tokenizer: `added_tokens_decoder` of `tokenizer_config.json` (transformers since 4.34), else
 * `added_tokens.json` and the `extra_ids` of T5, whose first has the highest id.
 */
export function addedTokens(folder: string, pieces: number): readonly AddedToken[] {
  const config = readOptional(join(folder, 'tokenizer_config.json'));
  const decoder = config['added_tokens_decoder'];
  if (typeof decoder === 'object' && decoder !== null) {
    return Object.entries(decoder).flatMap(([id, token]: [string, unknown]) => fromDecoder(Number(id), token));
  }
  const added = Object.entries(readOptional(join(folder, 'added_tokens.json'))).flatMap(([text, id]) =>
    typeof id === 'number' ? [{ id, text, isSpecial: isMarker(text) }] : [],
  );
  const extra = typeof config['extra_ids'] === 'number' ? config['extra_ids'] : 0;
  const sentinels = Array.from({ length: extra }, (_, i) => ({
    id: pieces + i,
    text: `<extra_id_${extra - 1 - i}>`,
    isSpecial: true,
  }));
  return [...sentinels, ...added];
}

function fromDecoder(id: number, token: unknown): readonly AddedToken[] {
  const text = typeof token === 'object' && token !== null && 'content' in token ? token.content : undefined;
  const isSpecial = typeof token === 'object' && token !== null && 'special' in token && token.special === true;
  return typeof text === 'string' ? [{ id, text, isSpecial }] : [];
}

/** Older files do not say which tokens are special; names in angle brackets are. */
function isMarker(text: string): boolean {
  return /^(<\|.*\|>|<[^<>\s]+>|\[[A-Z]+\])$/.test(text);
}
