import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { encodePair, u32, u64, type WritableValue } from './encode-value.js';
import { FileCursor } from './file-cursor.js';
import { readMetadata } from './metadata.js';

/** What goes into a file that has a vocabulary and nothing else. */
export interface VocabularyFile {
  /** The GGUF that holds the vocabulary; of a split model the first part. */
  readonly source: string;
  readonly target: string;
  /** What the new file says its architecture is. */
  readonly architecture: string;
}

/**
 * Writes a GGUF with the vocabulary of another one, without tensors and under another architecture: for a reader that looks for a
 * vocabulary, and refuses architectures that it does not know. Errors as `readGguf`.
 */
export function writeVocabulary({ source, target, architecture }: VocabularyFile): void {
  const name = encodePair('general.architecture', { type: 'string', value: architecture });
  writePairs(target, [name, ...vocabularyPairs(source)]);
}

/** Writes a GGUF that has metadata and no tensors. */
export function writeMetadata(target: string, metadata: Readonly<Record<string, WritableValue>>): void {
  writePairs(
    target,
    Object.entries(metadata).map(([key, value]) => encodePair(key, value)),
  );
}

function writePairs(target: string, pairs: readonly Buffer[]): void {
  const head = [Buffer.from('GGUF'), u32(VERSION), u64(0), u64(pairs.length)];
  writeFileSync(target, Buffer.concat([...head, ...pairs]));
}

/** Of the format. */
const VERSION = 3;

/** The key-value pairs of a file's vocabulary, byte by byte as they stand there. */
function vocabularyPairs(path: string): readonly Buffer[] {
  using cursor = new FileCursor(path);
  cursor.skip(16); // Magic, version, number of tensors.
  const count = cursor.u64();
  const file = openSync(path, 'r');
  try {
    return Array.from({ length: count }, () => {
      const start = cursor.position;
      const [key = ''] = readMetadata(cursor, 1).keys();
      const bytes = Buffer.alloc(key.startsWith('tokenizer.') ? cursor.position - start : 0);
      readSync(file, bytes, 0, bytes.length, start);
      return bytes;
    }).filter(({ length }) => length > 0);
  } finally {
    closeSync(file);
  }
}
