import type { WritableValue } from '@understudy/gguf/testing';

/** Token types of `llama_token_type`. */
const NORMAL = 1;
const UNKNOWN = 2;
const CONTROL = 3;
const USER_DEFINED = 4;
const BYTE = 6;

/** A merge table that makes a few words of English, so that tokens have several letters and begin with a space. */
const MERGES = [
  't h',
  'th e',
  'Ġ the',
  'Ġ a',
  'a n',
  'an d',
  'Ġ and',
  'i n',
  'in g',
  'Ġ t',
  'o n',
  'e r',
  'Ġ c',
  'Ġc a',
  '1 2',
];

/** Metadata of a byte-level byte-pair vocabulary in the manner of SmolLM2: no BOS is added, digits stand alone. */
export function tinyBytePairVocabulary(): Readonly<Record<string, WritableValue>> {
  const bytes = byteCharacters();
  const merged = MERGES.map((merge) => merge.replace(' ', ''));
  const special = ['<|endoftext|>', '<|im_start|>', '<|im_end|>'];
  const tokens = [...special, ...bytes, ...merged];
  return {
    'tokenizer.ggml.model': text('gpt2'),
    'tokenizer.ggml.pre': text('smollm'),
    'tokenizer.ggml.tokens': { type: 'array', elementType: 'string', value: tokens },
    'tokenizer.ggml.token_type': {
      type: 'array',
      elementType: 'int32',
      value: tokens.map((_, index) => (index < special.length ? CONTROL : NORMAL)),
    },
    'tokenizer.ggml.merges': { type: 'array', elementType: 'string', value: MERGES },
    'tokenizer.ggml.bos_token_id': uint32(1),
    'tokenizer.ggml.eos_token_id': uint32(2),
    'tokenizer.ggml.unknown_token_id': uint32(0),
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: false },
    'tokenizer.chat_template': text('{{ messages[0].content }}'),
  };
}

/** Pieces of a SentencePiece vocabulary; one of them spans `.` and a space, others spaces and line feeds. */
const PIECES = [
  '▁the',
  '▁a',
  'th',
  'he',
  'the',
  '▁t',
  'an',
  'and',
  '▁and',
  '.▁',
  '▁▁',
  '\n\n',
  'in',
  'ing',
  ':\n',
  '▁c',
  'ca',
  '▁ca',
];

/** Metadata of a SentencePiece vocabulary in the manner of Gemma: BOS is added, no space is put in front. */
export function tinySentencePieceVocabulary(): Readonly<Record<string, WritableValue>> {
  const special = ['<pad>', '<eos>', '<bos>', '<unk>'];
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
  const letters = Array.from('▁abcdefghijklmnopqrstuvwxyzTQA.,:?!0123456789\n');
  const users = ['\n\n\n', '<start_of_turn>'];
  const tokens = [...special, ...bytes, ...users, ...letters, ...PIECES];
  const types = [
    ...special.map((_, index) => (index === 3 ? UNKNOWN : CONTROL)),
    ...bytes.map(() => BYTE),
    ...users.map(() => USER_DEFINED),
    ...[...letters, ...PIECES].map(() => NORMAL),
  ];
  return {
    'tokenizer.ggml.model': text('llama'),
    'tokenizer.ggml.pre': text('default'),
    'tokenizer.ggml.tokens': { type: 'array', elementType: 'string', value: tokens },
    'tokenizer.ggml.scores': {
      type: 'array',
      elementType: 'float32',
      // Longer pieces first, as a trained vocabulary would mostly have it.
      value: tokens.map((token, index) => (index < special.length + bytes.length ? 0 : -100 + token.length)),
    },
    'tokenizer.ggml.token_type': { type: 'array', elementType: 'int32', value: types },
    'tokenizer.ggml.bos_token_id': uint32(2),
    'tokenizer.ggml.eos_token_id': uint32(1),
    'tokenizer.ggml.unknown_token_id': uint32(3),
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: true },
    'tokenizer.ggml.add_space_prefix': { type: 'bool', value: false },
  };
}

/** GPT-2's printable stand-ins for the 256 bytes, in its order of tokens. */
function byteCharacters(): string[] {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const hidden = bytes.filter((byte) => !isPrintable(byte));
  return [
    ...bytes.filter((byte) => isPrintable(byte)).map((byte) => String.fromCodePoint(byte)),
    ...hidden.map((_, index) => String.fromCodePoint(256 + index)),
  ];
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
}

function text(value: string): WritableValue {
  return { type: 'string', value };
}

function uint32(value: number): WritableValue {
  return { type: 'uint32', value };
}
