import { truncateSync } from 'node:fs';
import { writeGguf } from '@understudy/gguf/testing';
import { tinyBytePairVocabulary } from './tiny-vocabulary.js';

const COLUMNS = 16_384;
const BYTES_PER_WEIGHT = 4;
/** More than the header takes. */
const HEADER_BYTES = 1 << 20;

const count = (value: number) => ({ type: 'uint32', value }) as const;

/**
 * Writes a llama model whose one tensor claims about `bytes` bytes. The file has that length, yet only its header takes space on
 * the disk: the rest is a hole.
 */
export function writeOversizedModel(path: string, bytes: number): void {
  const rows = Math.floor(bytes / BYTES_PER_WEIGHT / COLUMNS);
  writeGguf(path, {
    metadata: {
      'general.architecture': { type: 'string', value: 'llama' },
      'llama.context_length': count(8192),
      'llama.embedding_length': count(COLUMNS),
      'llama.block_count': count(1),
      'llama.feed_forward_length': count(COLUMNS),
      'llama.attention.head_count': count(128),
      'llama.attention.layer_norm_rms_epsilon': { type: 'float32', value: 1e-5 },
      ...tinyBytePairVocabulary(),
    },
    tensors: [{ name: 'token_embd.weight', shape: [COLUMNS, rows], values: new Float32Array(0) }],
  });
  // The header is padded to the start of the data, so the end of the file is where the tensor's end belongs, or a little behind.
  truncateSync(path, HEADER_BYTES + rows * COLUMNS * BYTES_PER_WEIGHT);
}
