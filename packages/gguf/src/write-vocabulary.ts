import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
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
  const pairs = vocabularyPairs(source);
  const head = Buffer.alloc(24);
  head.write('GGUF', 'latin1');
  head.writeUInt32LE(3, 4);
  // No tensors; one pair more, the architecture's name.
  head.writeBigUInt64LE(BigInt(pairs.length + 1), 16);
  writeFileSync(
    target,
    Buffer.concat([head, string('general.architecture'), u32(STRING), string(architecture), ...pairs]),
  );
}

/** The number of strings among the types of values. */
const STRING = 8;

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

function string(text: string): Buffer {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(8);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function u32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
