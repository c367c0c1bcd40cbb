import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sentencePieceMetadata } from '@understudy/checkpoint';
import { openVocabulary, VocabularyTokenizer } from '@understudy/engine-llama';
import { writeMetadata } from '@understudy/gguf';
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
  const metadata = sentencePieceMetadata(path, folder);
  const place = mkdtempSync(join(tmpdir(), 'understudy-vocabulary-'));
  try {
    const target = join(place, 'vocabulary.gguf');
    writeMetadata(target, metadata);
    const vocabulary = openVocabulary({ paths: [target] });
    const tokenizer = new VocabularyTokenizer(vocabulary, { pairsAreApart });
    return { tokenizer, vocabulary, [Symbol.dispose]: () => vocabulary[Symbol.dispose]() };
  } finally {
    rmSync(place, { recursive: true });
  }
}
