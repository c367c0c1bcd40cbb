import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Tokenizer as JsonTokenizer } from '@huggingface/tokenizers';
import { UnderstudyError } from '@understudy/core';
import { benchmarkPrompts, hardTexts } from '@understudy/engine-llama/testing';
import { sample } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkpointTokens, unpackCheckpointFolder } from '../testing/checkpoint-fixtures.js';
import { openTextParts } from './open-text-parts.js';
import type { TextParts } from './text-parts.js';
import { withUnicodeClasses } from './unicode-classes.js';

const APART = { pairsAreApart: false };

/** Opens the tokenizer of the llama checkpoint after its folder was changed. */
function opened(change: (folder: string) => void = () => undefined): TextParts {
  using checkpoint = unpackCheckpointFolder('llama');
  change(checkpoint.folder);
  return openTextParts(checkpoint, APART);
}

/** Opens it with another tokenizer.json. */
function broken(text: string): () => TextParts {
  return () => opened((folder) => writeFileSync(path.join(folder, 'tokenizer.json'), text));
}

function withoutSpecial(folder: string): void {
  rmSync(path.join(folder, 'special_tokens_map.json'));
  writeFileSync(path.join(folder, 'tokenizer_config.json'), '{}');
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return UnderstudyError.isInstance(error) ? error.code : String(error);
  }
  return 'no error';
}

describe('the tokenizer of a tokenizer.json', () => {
  it('has the tokens of transformers', async () => {
    const texts = checkpointTokens('llama');
    const { tokenizer } = opened();
    const tokens = await tokenizer.encode(
      texts.map(({ text }) => text),
      { addSpecial: true },
    );
    expect(tokens.map((ids) => [...ids])).toEqual(texts.map(({ tokens: ids }) => ids));
  });

  it('has the same tokens for a text in segments and as a whole', async () => {
    using checkpoint = unpackCheckpointFolder('llama');
    const json: unknown = JSON.parse(readFileSync(path.join(checkpoint.folder, 'tokenizer.json'), 'utf8'));
    const whole = new JsonTokenizer(withUnicodeClasses(json as object), {}); // As tokenizers writes it.
    const texts = [...sample(hardTexts, { numRuns: 200, seed: 3 }), ...benchmarkPrompts()];
    const tokens = await opened().tokenizer.encode(texts, { addSpecial: false });
    const expected = texts.map((text) => whole.encode(Buffer.from(text).toString()).ids);
    expect(tokens.map((ids) => [...ids])).toEqual(expected);
  });

  it('adds BOS where the post-processor does', async () => {
    const { tokenizer } = opened((folder) => {
      const file = path.join(folder, 'tokenizer.json');
      const single = [{ SpecialToken: { id: '<s>', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }];
      const special_tokens = { '<s>': { id: '<s>', ids: [1], tokens: ['<s>'] } };
      const json = JSON.parse(readFileSync(file, 'utf8')) as object;
      const post_processor = { type: 'TemplateProcessing', single, pair: single, special_tokens };
      writeFileSync(file, JSON.stringify({ ...json, post_processor }));
    });
    expect(tokenizer.info.addsBos).toBe(true);
    const [plain, spaced, own] = await tokenizer.encode(['ab', '', '<s>ab'], { addSpecial: true });
    expect([...spaced!]).toEqual([1]);
    expect(plain![0]).toBe(1);
    // lm-evaluation-harness adds none to a text that has one.
    expect(own).toEqual(plain);
  });

  it('turns tokens into text, with special tokens or without', async () => {
    const { tokenizer } = opened();
    const tokens = await tokenizer.encode(['<s>ab\n cd</s>'], { addSpecial: false });
    expect(await tokenizer.decode(tokens, { special: true })).toEqual(['<s>ab\n cd</s>']);
    expect(await tokenizer.decode(tokens, { special: false })).toEqual(['ab\n cd']);
  });

  it('takes pairs apart by the conventions of lm-evaluation-harness', async () => {
    const { tokenizer } = opened();
    const [spaced, empty] = await tokenizer.encodePairs([
      { context: 'ab ', continuation: 'cd' },
      { context: '', continuation: 'cd' },
    ]);
    const decoded = await tokenizer.decode([spaced!.context, spaced!.continuation], { special: true });
    expect(decoded).toEqual(['ab', ' cd']);
    expect([...empty!.context]).toEqual([1]);
  });

  it('knows the special tokens and what ends a text', () => {
    const { tokenizer, vocabulary } = opened((folder) => {
      writeFileSync(path.join(folder, 'generation_config.json'), JSON.stringify({ eos_token_id: [2, 3] }));
      writeFileSync(path.join(folder, 'chat_template.jinja'), '{{ messages }}');
    });
    expect(tokenizer.info).toMatchObject({
      vocabularySize: 512,
      bos: { id: 1, text: '<s>' },
      eos: { id: 2, text: '</s>' },
      addsBos: false,
      prefix: { id: 1 },
      chatTemplate: '{{ messages }}',
    });
    expect([1, 2, 3, 4].map((token) => vocabulary.isEnd(token))).toEqual([false, true, true, false]);
    expect(Buffer.from(vocabulary.piece(2, { special: true })).toString()).toBe('</s>');
    expect(vocabulary.piece(2, { special: false })).toHaveLength(0);
  });

  it('writes the bytes of single tokens', async () => {
    const { tokenizer, vocabulary } = opened();
    const [tokens] = await tokenizer.encode(['a b\nab'], { addSpecial: false });
    const bytes = Buffer.concat([...tokens!].map((token) => vocabulary.piece(token, { special: true })));
    expect(bytes.toString()).toBe('a b\nab');
  });

  it('is refused with what to do where the files are not there or broken', () => {
    expect(codeOf(() => opened((folder) => rmSync(path.join(folder, 'tokenizer.json'))))).toBe('checkpoint-tokenizer');
    expect(codeOf(broken('{"model":'))).toBe('checkpoint-json');
    expect(codeOf(broken('{"model":{}}'))).toBe('tokenizer-json');
    expect(codeOf(() => opened(withoutSpecial))).toBe('vocabulary-without-prefix');
  });
});
