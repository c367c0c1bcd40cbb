import type { WritableValue } from '@understudy/gguf';
import type { AddedToken } from './added-token.js';
import { PIECE, type Piece, type SentencePieceModel } from './model.js';
import { sentencePieceError } from './read-model.js';
import type { SpecialTokenTexts } from './special-tokens.js';

/** What an added token weighs, as llama.cpp's converter has it: less than any piece. */
const ADDED_SCORE = -1000;

/** Types of tokens that libllama looks for; a noncharacter of Unicode stands for their texts, which no text has. */
const HIDDEN: readonly number[] = [PIECE.unknown, PIECE.control];

/** What goes into the metadata beside the model. */
export interface VocabularyParts {
  readonly model: SentencePieceModel;
  readonly added: readonly AddedToken[];
  readonly special: SpecialTokenTexts;
  /** Rows of the embedding. */
  readonly size: number | undefined;
  /** What stands around a text. */
  readonly around: { readonly bos: boolean; readonly eos: boolean };
  readonly chatTemplate: string | undefined;
}

/**
 * A SentencePiece vocabulary in the words of a GGUF's metadata, for libllama to read: BPE models as `llama`, unigram models as `t5`. Added
 * tokens and the space in front are left to the caller, and so are the texts of special tokens: libllama does not know them.
 */
export function vocabularyMetadata(parts: VocabularyParts): Readonly<Record<string, WritableValue>> {
  const { model, around, chatTemplate } = parts;
  const pieces = allPieces(parts);
  return {
    'general.architecture': { type: 'string', value: 'llama' },
    'tokenizer.ggml.model': { type: 'string', value: model.algorithm === 'bpe' ? 'llama' : 't5' },
    'tokenizer.ggml.pre': { type: 'string', value: 'default' },
    'tokenizer.ggml.tokens': { type: 'array', elementType: 'string', value: pieces.map(({ text }) => text) },
    'tokenizer.ggml.scores': { type: 'array', elementType: 'float32', value: pieces.map(({ score }) => score) },
    'tokenizer.ggml.token_type': { type: 'array', elementType: 'int32', value: pieces.map(({ type }) => type) },
    'tokenizer.ggml.add_space_prefix': { type: 'bool', value: false },
    'tokenizer.ggml.remove_extra_whitespaces': { type: 'bool', value: model.removesExtraSpaces },
    ...(model.algorithm === 'bpe' || model.characterRules.length === 0
      ? {}
      : { 'tokenizer.ggml.precompiled_charsmap': bytes(model.characterRules) }),
    ...specialIds(parts),
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: around.bos },
    'tokenizer.ggml.add_eos_token': { type: 'bool', value: around.eos },
    ...(chatTemplate === undefined ? {} : { 'tokenizer.chat_template': { type: 'string', value: chatTemplate } }),
  };
}

/** The model's pieces with the added tokens, and as many unused ones as the model has rows. */
function allPieces({ model, added, size }: VocabularyParts): readonly Piece[] {
  const found = new Set(added.map(({ id }) => id));
  const visible = model.algorithm === 'bpe' ? PIECE.normal : PIECE.userDefined;
  const pieces = model.pieces.map((piece, id) => {
    if (piece.type !== PIECE.userDefined) return piece;
    // One that has been found is not to be looked for again; another one libllama finds in the text with its spaces.
    return found.has(id) ? { ...piece, type: visible } : { ...piece, text: piece.text.replaceAll('▁', ' ') };
  });
  const total = Math.max(size ?? 0, pieces.length, ...added.map(({ id }) => id + 1));
  if (size !== undefined && total > size) {
    throw sentencePieceError(model.path, `it and the added tokens have ${total} tokens, and the model ${size}`);
  }
  const taken = new Set([...pieces, ...added].map(({ text }) => text));
  for (let id = pieces.length; id < total; id++)
    pieces.push({ text: unusedText(id, taken), score: -10_000, type: PIECE.unused });
  for (const { id, text, isSpecial } of added) {
    const own = model.pieces[id];
    if (own?.type === PIECE.unknown || own?.type === PIECE.control) continue;
    if (isSpecial) pieces[id] = { text, score: ADDED_SCORE, type: PIECE.control };
    else if (own === undefined) pieces[id] = { text, score: ADDED_SCORE, type: visible };
  }
  // They have been found when libllama looks for special tokens in what is left: it is to find none.
  for (const { id } of added) {
    const piece = pieces[id];
    if (piece !== undefined && HIDDEN.includes(piece.type)) pieces[id] = { ...piece, text: `\uFDD0${id}\uFDD0` };
  }
  return pieces;
}

/** A name for a row that no text leads to; libllama wants every one to be another. */
function unusedText(id: number, taken: ReadonlySet<string>): string {
  const text = `[PAD${id}]`;
  return taken.has(text) ? `[UNUSED ROW ${id}]` : text;
}

/** Ids of special tokens. */
function specialIds({ model, added, special }: VocabularyParts): Readonly<Record<string, WritableValue>> {
  const idOf = (key: string): number | undefined => {
    const text = special[key]?.[0]?.text;
    return text === undefined ? undefined : added.find((token) => token.text === text)?.id;
  };
  const ids = {
    bos: idOf('bos_token'),
    eos: idOf('eos_token'),
    unknown: idOf('unk_token') ?? model.unknown,
    padding: idOf('pad_token'),
  };
  if (ids.eos === undefined) throw sentencePieceError(model.path, 'it has no EOS token');
  // libllama gives these vocabularies a BOS of their own when the file names none.
  if (ids.bos === undefined && model.algorithm === 'bpe') throw sentencePieceError(model.path, 'it has no BOS token');
  return Object.fromEntries(
    Object.entries(ids).flatMap(([name, value]) =>
      value === undefined ? [] : [[`tokenizer.ggml.${name}_token_id`, { type: 'uint32', value }] as const],
    ),
  );
}

function bytes(content: Uint8Array): WritableValue {
  return { type: 'array', elementType: 'uint8', value: [...content] };
}
