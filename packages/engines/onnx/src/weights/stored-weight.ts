import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import type { StoredTensor } from '@understudy/checkpoint';
import { DataError } from '@understudy/core';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { widened } from '../parts/widened.js';
import type { Rows } from './weights.js';

/** Types of external data, by their names in safetensors files. */
const TYPES = { F32: 'float32', F16: 'float16', BF16: 'bfloat16' } as const;

/** Weights are used where they lie: numbers of four bytes have to begin at a multiple of four. */
const ALIGNMENT = 4;

/** What the length of a row is taken for where it is less (`eps` of `torch.nn.functional.normalize`). */
const LEAST_LENGTH = 1e-12;

/** A tensor of a file, or some of its rows, under another shape. */
export function stored(
  g: GraphBuilder,
  { name, dtype, shape: whole, path, offset, sizeBytes }: StoredTensor,
  { shape, rows = { start: 0, count: whole[0] ?? 1 } }: { readonly shape: readonly number[]; readonly rows?: Rows },
): Value {
  const rowBytes = sizeBytes / (whole[0] ?? 1);
  const place = { offset: offset + rows.start * rowBytes, sizeBytes: rows.count * rowBytes };
  if (place.offset % ALIGNMENT !== 0 && dtype === 'F32') throw notAligned(path, name);
  const type = TYPES[dtype as keyof typeof TYPES]; // Other types are refused when a checkpoint is read.
  const part = rows.count === whole[0] ? name : `${name}[${rows.start}:${rows.start + rows.count}]`;
  return g.weight(part, shape, { location: basename(realpathSync(path)), ...place }, type);
}

/** Some of a tensor's entries along an axis. */
export function slice(
  g: GraphBuilder,
  x: Value,
  { axis, rows }: { readonly axis: number; readonly rows: Rows },
): Value {
  const bounds = [g.integers(rows.start), g.integers(rows.start + rows.count), g.integers(axis)];
  return g.node('Slice', [x, ...bounds], { type: x.type });
}

/** A matrix that is stored as [inputs, outputs], in float32. */
export function transposed(g: GraphBuilder, x: Value): Value {
  return inFloat32(g, g.node('Transpose', [x], { attributes: { perm: [1, 0] }, type: x.type }));
}

/** Rows divided by their lengths, as `torch.nn.functional.normalize` does it. */
export function unitRows(g: GraphBuilder, x: Value): Value {
  const lengths = g.node('ReduceL2', [x, g.integers(1)], { attributes: { keepdims: 1 } });
  return g.node('Div', [x, g.node('Max', [lengths, g.scalar(LEAST_LENGTH)])]);
}

/** A weight in float32. */
export function inFloat32(g: GraphBuilder, value: Value): Value {
  return value.type === 'float32' ? value : widened(g, value);
}

function notAligned(path: string, name: string): DataError {
  return new DataError({
    code: 'safetensors-alignment',
    message: `Building the graph of ${path}: the numbers of ${name} do not begin at a multiple of ${ALIGNMENT} bytes.`,
    hint: 'Save the checkpoint again with a current version of safetensors, which aligns them.',
    values: { path, tensor: name },
  });
}
