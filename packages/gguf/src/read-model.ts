import { ggufError } from './gguf-error.js';
import type { Metadata } from './metadata.js';
import { readGguf } from './read-gguf.js';
import type { TensorInfo } from './tensor-info.js';

/** A model: the header of its file, or of all parts of a split one. */
export interface GgufModel {
  /** The first part's. */
  readonly metadata: Metadata;
  /** Of all parts, each with the file that holds it. */
  readonly tensors: readonly TensorInfo[];
  readonly paths: readonly [string, ...string[]];
  readonly sizeBytes: number;
}

/** Reads the headers of a model's files, in order (`findParts`). Errors as `readGguf`, and `gguf-parts` when they do not belong together. */
export function readModel(paths: readonly [string, ...string[]]): GgufModel {
  const files = paths.map((path) => readGguf(path));
  const metadata = files[0]?.metadata ?? new Map();
  const tensors = files.flatMap((file) => file.tensors);
  files.forEach((file, part) => {
    const count = file.metadata.get('split.count') ?? 1;
    const number = file.metadata.get('split.no') ?? 0;
    if (count !== 0 && (count !== files.length || number !== part)) {
      throw ggufError({
        code: 'gguf-parts',
        path: file.path,
        problem: `it says it is part ${Number(number) + 1} of ${Number(count)}, but was taken for part ${part + 1} of ${files.length}.`,
        hint: 'Put the parts of one split model together, under the names they were published with.',
      });
    }
  });
  if (new Set(tensors.map((tensor) => tensor.name)).size < tensors.length) {
    throw ggufError({ code: 'gguf-parts', path: paths[0], problem: 'two of its parts hold the same tensor.' });
  }
  return { metadata, tensors, paths, sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0) };
}
