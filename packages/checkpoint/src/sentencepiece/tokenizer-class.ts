import { join } from 'node:path';
import { readOptional } from '../tokenizer-files.js';
import { sentencePieceError } from './read-model.js';

/** What one of transformers' tokenizer classes does with a SentencePiece model, where `tokenizer_config.json` says nothing else. */
export interface TokenizerClass {
  readonly algorithm: 'bpe' | 'unigram';
  /** What stands around a text. */
  readonly around: { readonly bos: boolean; readonly eos: boolean };
  /** Texts of its special tokens. */
  readonly specialTokens: Readonly<Record<string, string | readonly string[]>>;
  /** Which of its texts get a space in front: as `legacy` and `add_prefix_space` say, as the model says, all or none. */
  readonly spaces: 'configured' | 'by-model' | 'always' | 'never';
  /** Tokens `<extra_id_…>` behind the pieces. */
  readonly extraIds: number;
  /** Control and user-defined pieces are added tokens, as in transformers' fast tokenizers; else the model finds the latter itself. */
  readonly addsPieces: boolean;
  /** User-defined pieces that are special all the same. */
  readonly specialPieces: readonly string[];
}

const BOS_IN_FRONT = { bos: true, eos: false } as const;
const LLAMA_TOKENS = { bos_token: '<s>', eos_token: '</s>', unk_token: '<unk>' } as const;

const LLAMA: TokenizerClass = {
  algorithm: 'bpe',
  around: BOS_IN_FRONT,
  specialTokens: LLAMA_TOKENS,
  spaces: 'configured',
  extraIds: 0,
  addsPieces: true,
  specialPieces: [],
};

/** It has no `legacy`, and tokens of its own for filling in. */
const CODE_LLAMA: TokenizerClass = {
  ...LLAMA,
  specialTokens: { ...LLAMA_TOKENS, additional_special_tokens: ['▁<PRE>', '▁<MID>', '▁<SUF>', '▁<EOT>'] },
  spaces: 'always',
};

const GEMMA: TokenizerClass = {
  algorithm: 'bpe',
  around: BOS_IN_FRONT,
  specialTokens: { bos_token: '<bos>', eos_token: '<eos>', unk_token: '<unk>', pad_token: '<pad>' },
  spaces: 'never',
  extraIds: 0,
  addsPieces: true,
  specialPieces: ['<start_of_turn>', '<end_of_turn>'],
};

const T5: TokenizerClass = {
  algorithm: 'unigram',
  around: { bos: false, eos: true },
  specialTokens: { eos_token: '</s>', unk_token: '<unk>', pad_token: '<pad>' },
  spaces: 'configured',
  extraIds: 100,
  addsPieces: true,
  specialPieces: [],
};

/** It comes with the model, has no fast one, and leaves everything to sentencepiece. */
const BAICHUAN: TokenizerClass = { ...LLAMA, spaces: 'by-model', addsPieces: false };

/** By `tokenizer_class`, without `Fast`. */
const CLASSES: Readonly<Record<string, TokenizerClass>> = {
  BaichuanTokenizer: BAICHUAN,
  CodeLlamaTokenizer: CODE_LLAMA,
  GemmaTokenizer: GEMMA,
  LlamaTokenizer: LLAMA,
  T5Tokenizer: T5,
};

/** The class that transformers takes for a `model_type` when `tokenizer_class` is not said (`TOKENIZER_MAPPING_NAMES`). */
const CLASS_OF_MODEL: Readonly<Record<string, string>> = {
  gemma: 'GemmaTokenizer',
  gemma2: 'GemmaTokenizer',
  gemma3_text: 'GemmaTokenizer',
  llama: 'LlamaTokenizer',
  mistral: 'LlamaTokenizer',
  mixtral: 'LlamaTokenizer',
  phi3: 'LlamaTokenizer',
  t5: 'T5Tokenizer',
};

/** The class of a checkpoint's tokenizer. Throws `DataError` `checkpoint-sentencepiece` for one that is not known. */
export function tokenizerClass(path: string, folder: string): TokenizerClass {
  const model = readOptional(join(folder, 'config.json'));
  const said = [
    readOptional(join(folder, 'tokenizer_config.json'))['tokenizer_class'],
    model['tokenizer_class'],
    typeof model['model_type'] === 'string' ? CLASS_OF_MODEL[model['model_type']] : undefined,
  ].find((value) => typeof value === 'string');
  const name = said?.replace(/Fast$/, '') ?? 'not said';
  const found = Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
  if (found !== undefined) return found;
  throw sentencePieceError(
    path,
    `its tokenizer_class is ${name}; those of ${Object.keys(CLASSES).join(', ')} can be read`,
  );
}
