import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSentencePieceTokenizer, type AddedToken, type SentencePieceTokenizer } from '@understudy/checkpoint';
import type { SpecialToken, TokenizerInfo } from '@understudy/core';
import { CodecTokenizer, openVocabulary, VocabularyTokenizer, type Vocabulary } from '@understudy/engine-llama';
import { writeMetadata } from '@understudy/gguf';
import { SentencePieceCodec } from './sentencepiece-codec.js';
import { readSpecialTokens } from './special-tokens.js';
import type { TextParts } from './text-parts.js';

/** A SentencePiece model and the checkpoint's folder that says what belongs to it. */
export interface SentencePieceFiles {
  readonly path: string;
  readonly folder: string;
  readonly pairsAreApart: boolean;
}

/**
 * Opens a checkpoint's SentencePiece tokenizer: libllama reads it from a vocabulary file that is gone once it is open. To be disposed by
 * the caller. Throws `DataError` `checkpoint-sentencepiece`.
 */
export function openSentencePiece({ path, folder, pairsAreApart }: SentencePieceFiles): TextParts {
  const read = readSentencePieceTokenizer(path, folder);
  const vocabulary = openMetadata(read.metadata);
  const info = { ...withTexts(new VocabularyTokenizer(vocabulary).info, read.added), pairsAreApart };
  const endIds = new Set(readSpecialTokens(folder).endIds);
  if (info.eos !== undefined) endIds.add(info.eos.id);
  const codec = new SentencePieceCodec(read, { vocabulary, info, endIds });
  return {
    tokenizer: new CodecTokenizer(codec),
    vocabulary: codec,
    [Symbol.dispose]: () => vocabulary[Symbol.dispose](),
  };
}

/** Special tokens by their own texts, which the vocabulary lacks. */
function withTexts(info: TokenizerInfo, added: readonly AddedToken[]): TokenizerInfo {
  const named = <T extends SpecialToken | undefined>(token: T): T =>
    token === undefined ? token : { ...token, text: added.find(({ id }) => id === token.id)?.text ?? token.text };
  return { ...info, bos: named(info.bos), eos: named(info.eos), prefix: named(info.prefix) };
}

function openMetadata(metadata: SentencePieceTokenizer['metadata']): Vocabulary {
  const place = mkdtempSync(join(tmpdir(), 'understudy-vocabulary-'));
  try {
    const target = join(place, 'vocabulary.gguf');
    writeMetadata(target, metadata);
    return openVocabulary({ paths: [target] });
  } finally {
    rmSync(place, { recursive: true });
  }
}
