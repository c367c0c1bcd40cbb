import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { DataError } from '@understudy/core';
import type { GgufModel, TensorInfo } from '@understudy/gguf';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** The tensors of a GGUF model as weights of a graph: they stay in their file, the graph only says where. */
export class Weights {
  readonly #path: string;
  readonly #tensors: ReadonlyMap<string, TensorInfo>;
  readonly #used = new Set<string>();

  constructor(model: GgufModel) {
    this.#path = model.paths[0];
    this.#tensors = new Map(model.tensors.map((tensor) => [tensor.name, tensor]));
  }

  has(name: string): boolean {
    return this.#tensors.has(name);
  }

  /** Lengths along the axes, slowest first: a matrix is [outputs, inputs]. */
  shape(name: string): readonly number[] {
    return this.#tensor(name).shape.toReversed();
  }

  /** The tensor as a weight of a graph. */
  in(g: GraphBuilder, name: string): Value {
    const { path, offset, sizeBytes } = this.#tensor(name);
    this.#used.add(name);
    return g.weight(name, this.shape(name), { location: basename(realpathSync(path)), offset, sizeBytes });
  }

  /** The numbers of a small float32 tensor that is not used in a graph but beside it. */
  read(name: string): Float32Array {
    const { path, offset, elements } = this.#tensor(name);
    this.#used.add(name);
    const numbers = new Float32Array(elements);
    const file = openSync(path, 'r');
    try {
      readSync(file, numbers, 0, numbers.byteLength, offset);
    } finally {
      closeSync(file);
    }
    return numbers;
  }

  /** Names of the tensors that no graph has asked for so far. */
  unused(): readonly string[] {
    return [...this.#tensors.keys()].filter((name) => !this.#used.has(name));
  }

  /** Tensors that are not float32. */
  notFloat32(): readonly TensorInfo[] {
    return [...this.#tensors.values()].filter(({ type }) => type !== 'F32');
  }

  #tensor(name: string): TensorInfo {
    const tensor = this.#tensors.get(name);
    if (tensor === undefined) {
      throw new DataError({
        code: 'onnx-tensor-missing',
        message: `Building the graph of ${this.#path}: the file has no tensor ${name}.`,
        hint: 'Score the model with --engine llama, or fetch the file again.',
        values: { path: this.#path, tensor: name },
      });
    }
    return tensor;
  }
}
