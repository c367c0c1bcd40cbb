import { join } from 'node:path';
import { readOptional } from '../tokenizer-files.js';
import { declared, isRecord, type AddedToken, type Declared } from './added-token.js';
import { PIECE, type SentencePieceModel } from './model.js';
import { sentencePieceError } from './read-model.js';
import type { SpecialTokenTexts } from './special-tokens.js';
import type { TokenizerClass } from './tokenizer-class.js';

/**
 * All tokens that are found before the model sees a text, with the ids that transformers' fast tokenizers give them: the model's control
 * and user-defined pieces, `added_tokens_decoder` of `tokenizer_config.json`, else `added_tokens.json`, the special tokens, and T5's
 * `extra_ids`. Throws `DataError` `checkpoint-sentencepiece` when the files give other ids.
 */
export function addedTokens(
  folder: string,
  { model, own, special }: { model: SentencePieceModel; own: TokenizerClass; special: SpecialTokenTexts },
): readonly AddedToken[] {
  const config = readOptional(join(folder, 'tokenizer_config.json'));
  const extra = extraTokens(own, config);
  const ids = new Map([...model.pieces, ...extra].map(({ text }, id) => [text, id]));
  let end = model.pieces.length + extra.length;
  const known = new Map(ofModel(model, own).map((token) => [token.text, { ...token, id: ids.get(token.text) ?? end }]));
  for (const { isSingleWord, ...token } of firstOfEach([...listed(folder, config, special), ...extra])) {
    const id = ids.get(token.text) ?? end;
    if (isSingleWord === true || (token.id ?? id) !== id) {
      const what = isSingleWord === true ? 'is a single word' : `has the id ${token.id} where transformers gives ${id}`;
      throw sentencePieceError(model.path, `its added token ${token.text} ${what}, which cannot be read`);
    }
    if (id === end) end++;
    // huggingface/tokenizers keeps the place of a piece that is added again, and takes its other flags.
    const isNormalized = known.get(token.text)?.isNormalized ?? token.isNormalized;
    known.set(token.text, { ...token, id, isNormalized });
  }
  return [...known.values()];
}

function ofModel({ pieces }: SentencePieceModel, { addsPieces, specialPieces }: TokenizerClass): readonly Declared[] {
  if (!addsPieces) return [];
  return pieces.flatMap(({ text, type }) => {
    if (type !== PIECE.control && type !== PIECE.userDefined) return [];
    return declared(text, { isSpecial: type === PIECE.control || specialPieces.includes(text), isNormalized: false });
  });
}

/** T5's tokens behind the pieces: the first has the highest id (`T5Tokenizer`). */
function extraTokens(own: TokenizerClass, config: Readonly<Record<string, unknown>>): readonly Declared[] {
  if (own.extraIds === 0) return [];
  const count = typeof config['extra_ids'] === 'number' ? config['extra_ids'] : own.extraIds;
  return Array.from({ length: count }, (_, i) => `<extra_id_${count - 1 - i}>`).flatMap((text) =>
    declared(text, { isSpecial: true }),
  );
}

/** What the files list, by id, and the special tokens. */
function listed(
  folder: string,
  config: Readonly<Record<string, unknown>>,
  special: SpecialTokenTexts,
): readonly Declared[] {
  const texts = Object.values(special).flat();
  const isNamed = (text: string): boolean => texts.some((token) => token.text === text);
  const tokens = isRecord(config['added_tokens_decoder'])
    ? Object.entries(config['added_tokens_decoder']).flatMap(([id, token]) => declared(token, { id: Number(id) }))
    : Object.entries(readOptional(join(folder, 'added_tokens.json'))).flatMap(([text, id]) =>
        typeof id === 'number' ? declared(text, { id, isSpecial: isNamed(text) }) : [],
      );
  return [
    ...tokens
      .toSorted((a, b) => (a.id ?? 0) - (b.id ?? 0))
      .map((token) => ({ ...token, isSpecial: token.isSpecial || isNamed(token.text) })),
    ...texts,
  ];
}

/** Of tokens with one text the first. */
function firstOfEach(tokens: readonly Declared[]): readonly Declared[] {
  const seen = new Set<string>();
  return tokens.filter(({ text }) => !seen.has(text) && seen.add(text));
}
