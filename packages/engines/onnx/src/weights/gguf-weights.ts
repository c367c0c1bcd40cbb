import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import type { GgufModel, TensorInfo } from '@understudy/gguf';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { NamedTensors } from './named-tensors.js';
import type { Rows, Weights } from './weights.js';

/** The tensors of a GGUF model as weights of a graph. */
export class GgufWeights extends NamedTensors<TensorInfo> implements Weights {
  constructor(model: GgufModel) {
    super(model, 'Score the model with --engine llama, or fetch the file again.');
  }

  in(g: GraphBuilder, name: string): Value {
    const { path, offset, sizeBytes } = this.tensor(name);
    const shape = this.shape(name);
    this.use(name);
    return g.weight(name, shape, { location: basename(realpathSync(path)), offset, sizeBytes });
  }

  table(g: GraphBuilder, name: string): Value {
    return this.in(g, name);
  }

  rows(g: GraphBuilder, name: string, { start, count }: Rows): Value {
    const { path, offset, sizeBytes } = this.tensor(name);
    const [all = 1, ...rest] = this.shape(name);
    if (start + count > all) throw this.missing(name, `${name} has ${all} rows, and ${start + count} are needed`);
    this.use(name, { start, count });
    const rowBytes = sizeBytes / all;
    const shape = rest.length > 1 && count === 1 ? rest : [count, ...rest];
    const place = { offset: offset + start * rowBytes, sizeBytes: count * rowBytes };
    return g.weight(`${name}[${start}:${start + count}]`, shape, {
      location: basename(realpathSync(path)),
      ...place,
    });
  }

  read(name: string): Float32Array {
    const { path, offset, elements } = this.tensor(name);
    this.use(name);
    const numbers = new Float32Array(elements);
    const file = openSync(path, 'r');
    try {
      readSync(file, numbers, 0, numbers.byteLength, offset);
    } finally {
      closeSync(file);
    }
    return numbers;
  }

  notFloat32(): readonly TensorInfo[] {
    return this.all().filter(({ type }) => type !== 'F32');
  }
}
