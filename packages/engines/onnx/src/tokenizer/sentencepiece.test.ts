import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sentencePieceFile } from '@understudy/checkpoint';
import { UnderstudyError } from '@understudy/core';
import { benchmarkPrompts } from '@understudy/engine-llama/testing';
import { afterAll, describe, expect, it } from 'vitest';
import {
  sentencePieceVariants,
  useSentencePiece,
  type SentencePieceName,
  type SentencePieceText,
} from '../testing/checkpoint-fixtures.js';
import { openSentencePiece } from './sentencepiece.js';
import type { TextParts } from './text-parts.js';

const root = mkdtempSync(path.join(tmpdir(), 'understudy-sentencepiece-'));
afterAll(() => rmSync(root, { recursive: true }));

function unpacked(name: SentencePieceName) {
  const folder = mkdtempSync(path.join(root, `${name}-`));
  const texts = useSentencePiece(folder, name);
  return { folder, texts, path: sentencePieceFile(folder)! };
}

/** Opens a tokenizer after values were written over those of its files. */
function opened(name: SentencePieceName, files: Readonly<Record<string, object>> = {}): TextParts {
  const { folder, path: file } = unpacked(name);
  for (const [target, values] of Object.entries(files)) write(path.join(folder, target), values);
  return openSentencePiece({ path: file, folder, pairsAreApart: false });
}

function write(file: string, values: object): void {
  const old = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  writeFileSync(file, JSON.stringify({ ...old, ...values }));
}

/** The error when a tokenizer is opened after its folder was changed. */
function refusal(
  name: SentencePieceName,
  change: Readonly<Record<string, object>> | ((bytes: Buffer) => Buffer),
): string {
  const { folder, path: file } = unpacked(name);
  if (typeof change === 'function') writeFileSync(file, change(readFileSync(file)));
  else for (const [target, values] of Object.entries(change)) write(path.join(folder, target), values);
  try {
    openSentencePiece({ path: file, folder, pairsAreApart: false })[Symbol.dispose]();
  } catch (error) {
    return UnderstudyError.isInstance(error) ? `${error.code}: ${error.message}` : String(error);
  }
  return 'no error';
}

/** With the first stretch of bytes like `from` replaced by as many others. */
function overwritten(bytes: Buffer, from: string | Buffer, to: string | Buffer): Buffer {
  const copy = Buffer.from(bytes);
  Buffer.from(to).copy(copy, copy.indexOf(from));
  return copy;
}

/** In the compiled rules, which end the file. */
function withBrokenRules(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, -200_000), Buffer.alloc(8, 0x7f), bytes.subarray(-199_992)]);
}

async function encoded(parts: TextParts, texts: readonly string[], addSpecial: boolean) {
  const all = await parts.tokenizer.encode(texts, { addSpecial });
  return all.map((tokens, i) => [texts[i], [...tokens]]);
}

/** Ids with and without special tokens, and the texts of the former. */
async function expectTokens(parts: TextParts, texts: readonly SentencePieceText[]): Promise<void> {
  const plain = texts.map(({ text }) => text);
  expect(await encoded(parts, plain, false)).toEqual(texts.map(({ text, bare }) => [text, bare]));
  // As in lm-evaluation-harness, a text that begins with the prefix token gets no other.
  const { prefix } = parts.tokenizer.info;
  const others = texts.filter(({ text }) => !text.startsWith(prefix.text));
  const tokens = others.map(({ text, tokens: ids }) => [text, ids]);
  expect(
    await encoded(
      parts,
      others.map(({ text }) => text),
      true,
    ),
  ).toEqual(tokens);
  const decoded = await parts.tokenizer.decode(
    texts.map(({ tokens: ids }) => Int32Array.from(ids)),
    { special: false },
  );
  expect(decoded).toEqual(texts.map((text, i) => text.decoded ?? decoded[i]));
}

describe('a SentencePiece model without tokenizer.json', () => {
  it.each(['llama', 'gemma', 't5', 'baichuan'] as const)(
    "makes of texts what transformers' tokenizer makes: %s",
    async (name) => {
      using parts = opened(name);
      const { texts } = unpacked(name);
      expect(texts.length).toBeGreaterThan(180);
      await expectTokens(parts, texts);
    },
  );

  it.each(sentencePieceVariants())('minds what stands in the files beside it: $name', async ({ files, texts }) => {
    using parts = opened('llama', files);
    expect(texts.length).toBeGreaterThan(50);
    await expectTokens(parts, texts);
  });

  it.each(['llama', 'gemma', 't5', 'baichuan'] as const)(
    'has the same tokens for a long text after its parts: %s',
    async (name) => {
      using fresh = opened(name);
      using used = opened(name);
      const prompts = benchmarkPrompts();
      const whole = prompts.join('\n');
      await used.tokenizer.encode(prompts, { addSpecial: false });
      expect(await encoded(used, [whole], false)).toEqual(await encoded(fresh, [whole], false));
    },
  );

  it('has special tokens by name, and as many tokens as the model has rows', () => {
    using parts = opened('llama', { 'generation_config.json': { eos_token_id: [2, 5] } });
    expect(parts.tokenizer.info).toMatchObject({
      vocabularySize: 512,
      bos: { id: 1, text: '<s>' },
      eos: { id: 2, text: '</s>' },
      addsBos: true,
    });
    expect([1, 2, 5].map((token) => parts.vocabulary.isEnd(token))).toEqual([false, true, true]);
  });

  it('is refused when it is broken', () => {
    // Inside a piece, between two pieces, and nothing at all.
    expect(refusal('llama', (bytes) => bytes.subarray(0, 3001))).toContain('checkpoint-sentencepiece: ');
    expect(refusal('llama', (bytes) => bytes.subarray(0, 14))).toContain('checkpoint-sentencepiece: ');
    expect(refusal('llama', () => Buffer.alloc(0))).toContain('it has no pieces');
    expect(refusal('llama', () => Buffer.from('no model'))).toContain('no whole SentencePiece model');
    expect(refusal('llama', () => Buffer.from('version https://git-lfs'))).toContain('checkpoint-sentencepiece: ');
    // libllama would end the process over these.
    expect(refusal('llama', (bytes) => overwritten(bytes, '<0x41>', '<0x42>'))).toContain(
      'piece 69 stands there twice',
    );
    expect(refusal('t5', withBrokenRules)).toContain('its rules for rewriting characters are broken');
    expect(refusal('llama', { 'config.json': { vocab_size: 300 } })).toContain('480 tokens, and the model 300');
  });

  it.each([
    [
      'a class that is not known',
      'llama',
      { tokenizer_class: 'ChatGLMTokenizer' },
      'tokenizer_class is ChatGLMTokenizer',
    ],
    ['a class for another algorithm', 'llama', { tokenizer_class: 'T5Tokenizer' }, 'its algorithm is bpe'],
    ['a space that the model alone puts in front', 'llama', { add_prefix_space: false }, 'puts a space in front'],
    [
      'words that are found between others only',
      'llama',
      { added_tokens_decoder: { 480: { content: 'x', single_word: true } } },
      'x is a single word',
    ],
    [
      'ids that transformers would not give',
      'llama',
      { added_tokens_decoder: { 490: { content: 'x' } } },
      'has the id 490 where transformers gives 480',
    ],
    ['special tokens that are taken apart', 'llama', { split_special_tokens: true }, 'takes special tokens apart'],
    ['no BOS', 'llama', { bos_token: null }, 'it has no BOS token'],
    ['no space behind special tokens of T5', 't5', { legacy: false }, 'legacy: false'],
    ['more tokens than rows', 't5', { extra_ids: 100 }, '220 tokens, and the model 128'],
  ] as const)('is refused when it would be read otherwise: %s', (_, name, config, message) => {
    const said = refusal(name, { 'tokenizer_config.json': config });
    expect(said).toContain('checkpoint-sentencepiece: ');
    expect(said).toContain(message);
  });
});
