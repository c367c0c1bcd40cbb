import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableValue } from '@understudy/gguf';
import { readChatTemplate, readOptional, SENTENCEPIECE_FILES } from '../tokenizer-files.js';
import { addedTokens } from './added-tokens.js';
import { PIECE, readSentencePiece, sentencePieceError, type Piece, type SentencePieceModel } from './read-model.js';

/** What transformers' classes put around a text, where `tokenizer_config.json` does not say. */
const CLASSES: Readonly<Record<string, { readonly bos: boolean; readonly eos: boolean }>> = {
  BaichuanTokenizer: { bos: true, eos: false },
  CodeLlamaTokenizer: { bos: true, eos: false },
  GemmaTokenizer: { bos: true, eos: false },
  LlamaTokenizer: { bos: true, eos: false },
  T5Tokenizer: { bos: false, eos: true },
};

/** What an added token weighs, as llama.cpp's converter has it: less than any piece. */
const ADDED_SCORE = -1000;

/** The SentencePiece model of a checkpoint's folder; undefined when there is none. */
export function sentencePieceFile(folder: string): string | undefined {
  return SENTENCEPIECE_FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * A checkpoint's SentencePiece tokenizer in the words of a GGUF's metadata, for libllama to read: BPE models as `llama`, unigram models as
 * `t5`. Around special tokens texts are treated as by transformers' fast tokenizers, and by its slow ones with `legacy`. Throws
 * `DataError` `checkpoint-sentencepiece` for what libllama would tokenise otherwise.
 */
export function sentencePieceMetadata(path: string, folder: string): Readonly<Record<string, WritableValue>> {
  const model = readSentencePiece(path);
  const problem = unlikeLlama(model);
  if (problem !== undefined) throw sentencePieceError(path, problem);
  const config = readOptional(join(folder, 'tokenizer_config.json'));
  const size = readOptional(join(folder, 'config.json'))['vocab_size'];
  const pieces = allPieces(model, { folder, size: typeof size === 'number' ? size : undefined });
  const around = textsAround(path, config);
  const template = readChatTemplate(folder);
  return {
    'general.architecture': { type: 'string', value: 'llama' },
    'tokenizer.ggml.model': { type: 'string', value: model.algorithm === 'bpe' ? 'llama' : 't5' },
    'tokenizer.ggml.pre': { type: 'string', value: 'default' },
    'tokenizer.ggml.tokens': { type: 'array', elementType: 'string', value: pieces.map(({ text }) => text) },
    'tokenizer.ggml.scores': { type: 'array', elementType: 'float32', value: pieces.map(({ score }) => score) },
    'tokenizer.ggml.token_type': { type: 'array', elementType: 'int32', value: pieces.map(({ type }) => type) },
    'tokenizer.ggml.add_space_prefix': { type: 'bool', value: model.addsSpaceInFront },
    'tokenizer.ggml.remove_extra_whitespaces': { type: 'bool', value: model.removesExtraSpaces },
    ...(model.characterRules.length === 0
      ? {}
      : { 'tokenizer.ggml.precompiled_charsmap': bytes(model.characterRules) }),
    ...specialIds(model, pieces, folder),
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: around.bos },
    'tokenizer.ggml.add_eos_token': { type: 'bool', value: around.eos },
    ...(template === undefined ? {} : { 'tokenizer.chat_template': { type: 'string', value: template } }),
  };
}

/** What of a model libllama's tokenizers do not do. */
function unlikeLlama(model: SentencePieceModel): string | undefined {
  const { algorithm } = model;
  if (algorithm !== 'bpe' && algorithm !== 'unigram')
    return `its algorithm is ${algorithm}; bpe and unigram can be read.`;
  if (model.marksWordEnds) return 'it marks the ends of words instead of their beginnings, which cannot be read.';
  if (!model.escapesSpaces) return 'it does not write spaces as ▁, which cannot be read.';
  if (algorithm === 'unigram') return undefined;
  if (!model.hasByteFallback) return 'it is a BPE model without bytes for unknown characters, which cannot be read.';
  if (model.characterRules.length > 0) return 'it is a BPE model that rewrites characters first, which cannot be read.';
  if (model.removesExtraSpaces) return 'it is a BPE model that takes out repeated spaces, which cannot be read.';
  return undefined;
}

/** The model's pieces with the added tokens, and as many unused ones as the model has rows. */
function allPieces(
  model: SentencePieceModel,
  { folder, size }: { readonly folder: string; readonly size: number | undefined },
): readonly Piece[] {
  const pieces: Piece[] = [...model.pieces];
  const added = addedTokens(folder, pieces.length);
  const total = Math.max(size ?? 0, pieces.length, ...added.map(({ id }) => id + 1));
  if (size !== undefined && total > size) {
    throw sentencePieceError(model.path, `it and the added tokens have ${total} tokens, and the model ${size}.`);
  }
  for (let id = pieces.length; id < total; id++)
    pieces.push({ text: `[PAD${id}]`, score: -10_000, type: PIECE.unused });
  for (const { id, text, isSpecial } of added) {
    if (pieces[id]?.text === text && pieces[id].type !== PIECE.normal) continue;
    pieces[id] = { text, score: ADDED_SCORE, type: isSpecial ? PIECE.control : PIECE.userDefined };
  }
  return pieces;
}

function textsAround(path: string, config: Readonly<Record<string, unknown>>): { bos: boolean; eos: boolean } {
  const name =
    typeof config['tokenizer_class'] === 'string' ? config['tokenizer_class'].replace(/Fast$/, '') : undefined;
  const own = name === undefined || !Object.hasOwn(CLASSES, name) ? undefined : CLASSES[name];
  if (own === undefined) {
    const known = Object.keys(CLASSES).join(', ');
    throw sentencePieceError(path, `its tokenizer_class is ${name ?? 'not known'}; those of ${known} can be read.`);
  }
  const said = (key: string, fallback: boolean): boolean => (typeof config[key] === 'boolean' ? config[key] : fallback);
  return { bos: said('add_bos_token', own.bos), eos: said('add_eos_token', own.eos) };
}

/** Ids of special tokens: by the texts that transformers' files name, else by the model. */
function specialIds(
  model: SentencePieceModel,
  pieces: readonly Piece[],
  folder: string,
): Readonly<Record<string, WritableValue>> {
  const config = readOptional(join(folder, 'tokenizer_config.json'));
  const map = readOptional(join(folder, 'special_tokens_map.json'));
  const idOf = (key: string, fallback: number): number => {
    const text = tokenText(key in config ? config[key] : map[key]);
    return text === undefined ? fallback : pieces.findIndex((piece) => piece.text === text);
  };
  const ids = {
    bos: idOf('bos_token', model.bos),
    eos: idOf('eos_token', model.eos),
    unknown: idOf('unk_token', model.unknown),
    padding: idOf('pad_token', model.pad),
  };
  if (ids.eos < 0) throw sentencePieceError(model.path, 'neither it nor tokenizer_config.json has an EOS token.');
  // libllama gives these vocabularies a BOS of their own when the file names none.
  if (ids.bos < 0 && model.algorithm === 'bpe') throw sentencePieceError(model.path, 'it has no BOS token.');
  return Object.fromEntries(
    Object.entries(ids).flatMap(([name, value]) =>
      value < 0 ? [] : [[`tokenizer.ggml.${name}_token_id`, { type: 'uint32', value }] as const],
    ),
  );
}

/** A token as a text, or as an object with its `content`. */
function tokenText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const content = typeof value === 'object' && value !== null && 'content' in value ? value.content : undefined;
  return typeof content === 'string' ? content : undefined;
}

function bytes(content: Uint8Array): WritableValue {
  return { type: 'array', elementType: 'uint8', value: [...content] };
}
