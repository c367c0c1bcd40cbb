import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { areCheckpointFiles, CONVERT_HINT, sentencePieceFile } from '@understudy/checkpoint';
import { DataError, type ModelFiles } from '@understudy/core';
import { openVocabulary, VocabularyTokenizer } from '@understudy/engine-llama';
import { openSentencePiece } from './sentencepiece.js';
import { openTokenizerJson } from './tokenizer-json.js';
import type { TextParts } from './text-parts.js';

/**
 * Opens the tokenizer of a model: of a GGUF its vocabulary, of a checkpoint its `tokenizer.json`, else its SentencePiece model. To be
 * disposed by the caller.
 */
export function openTextParts(
  model: Pick<ModelFiles, 'paths'>,
  options: { readonly pairsAreApart: boolean },
): TextParts {
  if (areCheckpointFiles(model.paths)) return openCheckpointTokenizer(dirname(model.paths[0]), options);
  const vocabulary = openVocabulary(model);
  const tokenizer = new VocabularyTokenizer(vocabulary, options);
  return { tokenizer, vocabulary, [Symbol.dispose]: () => vocabulary[Symbol.dispose]() };
}

function openCheckpointTokenizer(folder: string, options: { readonly pairsAreApart: boolean }): TextParts {
  if (existsSync(join(folder, 'tokenizer.json'))) return openTokenizerJson(folder);
  const path = sentencePieceFile(folder);
  if (path !== undefined) return openSentencePiece({ path, folder, ...options });
  throw new DataError({
    code: 'checkpoint-tokenizer',
    message: `The checkpoint ${folder} has neither tokenizer.json nor a SentencePiece model (tokenizer.model).`,
    hint: `With transformers: AutoTokenizer.from_pretrained(FOLDER).save_pretrained(FOLDER) writes it. ${CONVERT_HINT}`,
    values: { folder },
  });
}
