import type { ModelFiles } from '@understudy/core';
import { loadVocabularyOnly } from './load-model.js';
import { Vocabulary } from './vocabulary.js';

/**
 * Opens the vocabulary of a GGUF without its weights. To be disposed by the caller.
 * @throws EngineError when the file is no complete GGUF or its architecture is unknown.
 */
export function openVocabulary({ paths }: Pick<ModelFiles, 'paths'>): Vocabulary {
  return new Vocabulary(loadVocabularyOnly(paths), { owned: true });
}
