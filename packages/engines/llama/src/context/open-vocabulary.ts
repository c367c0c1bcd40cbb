import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EngineError, type ModelFiles } from '@understudy/core';
import { writeVocabulary } from '@understudy/gguf';
import { loadVocabularyOnly } from './load-model.js';
import { Vocabulary } from './vocabulary.js';

/** An architecture that llama.cpp knows. */
const KNOWN_ARCHITECTURE = 'llama';

/**
 * Opens the vocabulary of a GGUF without its weights. To be disposed by the caller. A vocabulary does not depend on the architecture
 * beside it: that of a model which llama.cpp does not know is read from a copy under another name.
 * @throws EngineError when the file is no complete GGUF or its vocabulary is unknown.
 */
export function openVocabulary({ paths }: Pick<ModelFiles, 'paths'>): Vocabulary {
  try {
    return new Vocabulary(loadVocabularyOnly(paths), { owned: true });
  } catch (error) {
    if (EngineError.isInstance(error) && error.code === 'unknown-architecture') return openCopy(paths[0]);
    throw error;
  }
}

function openCopy(source: string): Vocabulary {
  const folder = mkdtempSync(path.join(tmpdir(), 'understudy-vocabulary-'));
  try {
    const target = path.join(folder, path.basename(source));
    writeVocabulary({ source, target, architecture: KNOWN_ARCHITECTURE });
    return new Vocabulary(loadVocabularyOnly([target]), { owned: true });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
