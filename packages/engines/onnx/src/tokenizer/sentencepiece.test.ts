import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sentencePieceFile } from '@understudy/checkpoint';
import { UnderstudyError } from '@understudy/core';
import { afterAll, describe, expect, it } from 'vitest';
import { useSentencePiece } from '../testing/checkpoint-fixtures.js';
import { openSentencePiece } from './sentencepiece.js';
import type { TextParts } from './text-parts.js';

const root = mkdtempSync(path.join(tmpdir(), 'understudy-sentencepiece-'));
afterAll(() => rmSync(root, { recursive: true }));

function unpacked(name: 'llama' | 't5') {
  const folder = mkdtempSync(path.join(root, `${name}-`));
  const texts = useSentencePiece(folder, name);
  return { folder, texts, path: sentencePieceFile(folder)! };
}

/** The code and message of the error when a tokenizer is opened after its folder was changed. */
function refusal(name: 'llama' | 't5', change: (files: { readonly folder: string; readonly path: string }) => void) {
  const files = unpacked(name);
  change(files);
  try {
    openSentencePiece({ ...files, pairsAreApart: false })[Symbol.dispose]();
  } catch (error) {
    return UnderstudyError.isInstance(error) ? `${error.code}: ${error.message}` : String(error);
  }
  return 'no error';
}

/** Writes values over those of a JSON file. */
function write(file: string, values: object): void {
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...values }));
}

async function encoded(parts: TextParts, texts: readonly { readonly text: string }[], addSpecial: boolean) {
  const all = await parts.tokenizer.encode(
    texts.map(({ text }) => text),
    { addSpecial },
  );
  return all.map((tokens, i) => [texts[i]!.text, [...tokens]]);
}

/** Keeps the beginning of the model's file. */
const cut = (bytes: number) => (files: { readonly path: string }) =>
  writeFileSync(files.path, readFileSync(files.path).subarray(0, bytes));

describe('a SentencePiece model without tokenizer.json', () => {
  it.each(['llama', 't5'] as const)("makes of texts what transformers' tokenizer makes: %s", async (name) => {
    const { folder, texts, path: file } = unpacked(name);
    using parts = openSentencePiece({ path: file, folder, pairsAreApart: false });
    expect(texts.length).toBeGreaterThan(200);
    expect(await encoded(parts, texts, false)).toEqual(texts.map(({ text, bare }) => [text, bare]));
    // As in lm-evaluation-harness, a text that begins with the prefix token gets no other.
    const prefix = parts.tokenizer.info.prefix.text;
    const plain = texts.filter(({ text }) => !text.startsWith(prefix));
    expect(await encoded(parts, plain, true)).toEqual(plain.map(({ text, tokens }) => [text, tokens]));
  });

  it('has special tokens by name, and as many tokens as the model has rows', () => {
    const { folder, path: file } = unpacked('llama');
    using parts = openSentencePiece({ path: file, folder, pairsAreApart: false });
    expect(parts.tokenizer.info).toMatchObject({
      vocabularySize: 512,
      bos: { id: 1, text: '<s>' },
      eos: { id: 2, text: '</s>' },
      addsBos: true,
    });
  });

  it('takes added tokens of both kinds of files', async () => {
    const { folder, path: file } = unpacked('llama');
    const added = { 480: { content: '<|user|>', special: true }, 481: { content: 'foo bar', special: false } };
    write(path.join(folder, 'tokenizer_config.json'), { added_tokens_decoder: added });
    using parts = openSentencePiece({ path: file, folder, pairsAreApart: false });
    const [tokens] = await parts.tokenizer.encode(['<|user|>foo bar'], { addSpecial: false });
    expect([tokens?.[0], tokens?.at(-1)]).toEqual([480, 481]);
    const older = unpacked('llama');
    writeFileSync(path.join(older.folder, 'added_tokens.json'), '{"<|user|>": 480}');
    using same = openSentencePiece({ path: older.path, folder: older.folder, pairsAreApart: false });
    const [marked] = await same.tokenizer.encode(['<|user|>'], { addSpecial: false });
    expect(marked?.[0]).toBe(480);
  });

  it('is refused when it is broken, or when it would be read otherwise', () => {
    expect(refusal('llama', cut(3001))).toContain('checkpoint-sentencepiece: ');
    expect(refusal('llama', cut(0))).toContain('it has no pieces');
    expect(refusal('llama', ({ path: file }) => writeFileSync(file, 'no model'))).toContain(
      'no whole SentencePiece model',
    );
    expect(refusal('llama', ({ folder }) => write(path.join(folder, 'config.json'), { vocab_size: 300 }))).toContain(
      '480 tokens, and the model 300',
    );
    const named = { tokenizer_class: 'ChatGLMTokenizer' };
    expect(refusal('llama', ({ folder }) => write(path.join(folder, 'tokenizer_config.json'), named))).toContain(
      'its tokenizer_class is ChatGLMTokenizer',
    );
  });
});
