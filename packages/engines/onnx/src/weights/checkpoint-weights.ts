import { closeSync, openSync, readSync } from 'node:fs';
import type { Checkpoint, CheckpointTensor, StoredTensor } from '@understudy/checkpoint';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { NamedTensors } from './named-tensors.js';
import { inFloat32, slice, stored, transposed, unitRows } from './stored-weight.js';
import { toFloat32 } from './to-float32.js';
import type { Rows, Weights } from './weights.js';

/**
 * The tensors of a transformers checkpoint as weights of a graph. Float32 tensors stay in their file. Half-precision ones do too, and are
 * widened when the graph is opened; so are matrices brought into another order there. Nothing is written to disk.
 */
export class CheckpointWeights extends NamedTensors<CheckpointTensor> implements Weights {
  constructor(model: Checkpoint) {
    super(model, 'Fetch or save the checkpoint again.');
  }

  in(g: GraphBuilder, name: string): Value {
    const { layout } = this.tensor(name);
    const shape = this.shape(name);
    this.use(name);
    switch (layout.kind) {
      case 'stored':
        return inFloat32(g, stored(g, layout.from, { shape }));
      case 'plus-one':
      case 'computed':
        return g.weight(name, shape, new Uint8Array(this.#numbers(name).buffer));
      case 'grouped': {
        const { from, groups, start, count } = layout;
        const [rows = 0, ...rest] = from.shape;
        const byGroup = stored(g, from, { shape: [groups, rows / groups, ...rest] });
        const part = slice(g, byGroup, { axis: 1, rows: { start, count } });
        return inFloat32(g, g.node('Reshape', [part, g.integers(...shape)], { type: part.type }));
      }
      case 'transposed':
        return transposed(g, stored(g, layout.from, { shape: layout.from.shape }));
      case 'unit-rows':
        return unitRows(g, inFloat32(g, stored(g, layout.from, { shape })));
      case 'stack': {
        const entries = layout.from.map((from) => inFloat32(g, stored(g, from, { shape: [1, ...from.shape] })));
        return g.node('Concat', entries, { attributes: { axis: 0 } });
      }
      default:
        return layout satisfies never;
    }
  }

  table(g: GraphBuilder, name: string): Value {
    const { layout } = this.tensor(name);
    if (layout.kind !== 'stored') return this.in(g, name);
    const shape = this.shape(name);
    this.use(name);
    return stored(g, layout.from, { shape });
  }

  rows(g: GraphBuilder, name: string, { start, count }: Rows): Value {
    const { layout } = this.tensor(name);
    const [all = 1, ...rest] = this.shape(name);
    if (start + count > all) throw this.missing(name, `${name} has ${all} rows, and ${start + count} are needed`);
    if (layout.kind === 'stored') {
      this.use(name, { start, count });
      const shape = rest.length > 1 && count === 1 ? rest : [count, ...rest];
      return inFloat32(g, stored(g, layout.from, { shape, rows: { start, count } }));
    }
    if (layout.kind === 'transposed') {
      this.use(name, { start, count });
      const whole = stored(g, layout.from, { shape: layout.from.shape });
      return transposed(g, slice(g, whole, { axis: 1, rows: { start, count } }));
    }
    const entry = layout.kind === 'stack' && count === 1 ? layout.from[start] : undefined;
    if (entry === undefined) throw this.missing(name, `${name} cannot be taken apart`);
    this.use(name, { start, count });
    return inFloat32(g, stored(g, entry, { shape: entry.shape }));
  }

  read(name: string): Float32Array {
    this.use(name);
    return this.#numbers(name);
  }

  /** None: half precision is widened, and other types are refused when a checkpoint is read. */
  notFloat32(): readonly never[] {
    return [];
  }

  /** The numbers of a small tensor. */
  #numbers(name: string): Float32Array {
    const { layout } = this.tensor(name);
    switch (layout.kind) {
      case 'computed':
        return layout.numbers;
      case 'stored':
        return readNumbers(layout.from);
      case 'plus-one':
        return readNumbers(layout.from).map((number) => number + 1);
      case 'grouped':
      case 'transposed':
      case 'unit-rows':
      case 'stack':
        throw this.missing(name, `${name} is not read as a whole`);
      default:
        return layout satisfies never;
    }
  }
}

function readNumbers({ path, offset, sizeBytes, dtype }: StoredTensor): Float32Array {
  const bytes = new Uint8Array(sizeBytes);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, sizeBytes, offset);
  } finally {
    closeSync(file);
  }
  return toFloat32(bytes, dtype);
}
