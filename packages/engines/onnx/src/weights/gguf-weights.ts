import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { DataError } from '@understudy/core';
import type { GgufModel, TensorInfo } from '@understudy/gguf';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { UsedRows } from './used-rows.js';
import type { Rows, Weights } from './weights.js';

/** The tensors of a GGUF model as weights of a graph. */
export class GgufWeights implements Weights {
  readonly #path: string;
  readonly #tensors: ReadonlyMap<string, TensorInfo>;
  readonly #used = new UsedRows();

  constructor(model: GgufModel) {
    this.#path = model.paths[0];
    this.#tensors = new Map(model.tensors.map((tensor) => [tensor.name, tensor]));
  }

  has(name: string): boolean {
    return this.#tensors.has(name);
  }

  shape(name: string): readonly number[] {
    return this.#tensor(name).shape.toReversed();
  }

  in(g: GraphBuilder, name: string): Value {
    const { path, offset, sizeBytes } = this.#tensor(name);
    const shape = this.shape(name);
    this.#used.add(name, { start: 0, count: shape[0] ?? 1 });
    return g.weight(name, shape, { location: basename(realpathSync(path)), offset, sizeBytes });
  }

  table(g: GraphBuilder, name: string): Value {
    return this.in(g, name);
  }

  rows(g: GraphBuilder, name: string, { start, count }: Rows): Value {
    const { path, offset, sizeBytes } = this.#tensor(name);
    const [all = 1, ...rest] = this.shape(name);
    if (start + count > all) {
      throw new DataError({
        code: 'onnx-tensor-missing',
        message: `Building the graph of ${this.#path}: ${name} has ${all} rows, and ${start + count} are needed.`,
        hint: 'Score the model with --engine llama, or fetch the file again.',
        values: { path: this.#path, tensor: name },
      });
    }
    this.#used.add(name, { start, count });
    const rowBytes = sizeBytes / all;
    const shape = rest.length > 1 && count === 1 ? rest : [count, ...rest];
    const place = { offset: offset + start * rowBytes, sizeBytes: count * rowBytes };
    return g.weight(`${name}[${start}:${start + count}]`, shape, {
      location: basename(realpathSync(path)),
      ...place,
    });
  }

  read(name: string): Float32Array {
    const { path, offset, elements } = this.#tensor(name);
    this.#used.add(name, { start: 0, count: this.shape(name)[0] ?? 1 });
    const numbers = new Float32Array(elements);
    const file = openSync(path, 'r');
    try {
      readSync(file, numbers, 0, numbers.byteLength, offset);
    } finally {
      closeSync(file);
    }
    return numbers;
  }

  ignore(name: string): void {
    if (this.has(name)) this.#used.add(name, { start: 0, count: this.shape(name)[0] ?? 1 });
  }

  unused(): readonly string[] {
    return [...this.#tensors.keys()].filter((name) => this.#used.count(name) < (this.shape(name)[0] ?? 1));
  }

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
