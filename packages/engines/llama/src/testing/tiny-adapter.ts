import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeGguf, type WritableTensor } from '@understudy/gguf/testing';
import { normalNumbers } from './normal-numbers.js';

/** A pair of matrices for one of a model: A is [rank, inputs], B is [outputs, rank]. */
export interface AdapterPair {
  /** The model's tensor, e.g. `blk.0.attn_q.weight`. */
  readonly target: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** An adapter for the tiny model. */
export interface TinyAdapter {
  readonly rank: number;
  readonly alpha: number;
  readonly pairs: readonly AdapterPair[];
}

/** An adapter and how strongly it is merged. */
export interface MergedAdapter {
  readonly adapter: TinyAdapter;
  readonly scale: number;
}

/** Matrices of the tiny model that adapters change: inputs and outputs. */
const TARGETS: readonly (readonly [target: string, inputs: number, outputs: number])[] = [
  ['blk.0.attn_q.weight', 64, 64],
  ['blk.0.attn_v.weight', 64, 32],
  ['blk.1.attn_output.weight', 64, 64],
  ['blk.1.ffn_down.weight', 96, 64],
];

/** Random pairs, always the same for a number. */
export function tinyAdapter({
  seed,
  rank = 4,
  alpha = 6,
}: {
  seed: number;
  rank?: number;
  alpha?: number;
}): TinyAdapter {
  const random = normalNumbers(seed);
  const matrix = (length: number): Float32Array => Float32Array.from({ length }, () => random() * 0.15);
  const pairs = TARGETS.map(([target, inputs, outputs]) => {
    return { target, inputs, outputs, a: matrix(rank * inputs), b: matrix(outputs * rank) };
  });
  return { rank, alpha, pairs };
}

/** How an adapter's file differs from the plain one. */
export interface AdapterFileOptions {
  readonly architecture?: string;
  readonly type?: string;
  /** Further tensors. */
  readonly tensors?: readonly WritableTensor[];
}

/** An adapter in a temporary folder. */
export interface TinyAdapterFile extends Disposable {
  readonly path: string;
}

/** Writes an adapter as convert_lora_to_gguf.py of llama.cpp does. */
export function writeTinyAdapter(
  { rank, alpha, pairs }: TinyAdapter,
  { architecture = 'llama', type = 'adapter', tensors = [] }: AdapterFileOptions = {},
): TinyAdapterFile {
  const folder = mkdtempSync(path.join(tmpdir(), 'understudy-adapter-'));
  const file = path.join(folder, 'adapter.gguf');
  writeGguf(file, {
    metadata: {
      'general.architecture': { type: 'string', value: architecture },
      'general.type': { type: 'string', value: type },
      'adapter.type': { type: 'string', value: 'lora' },
      'adapter.lora.alpha': { type: 'float32', value: alpha },
    },
    tensors: [
      ...pairs.flatMap(({ target, inputs, outputs, a, b }): WritableTensor[] => [
        { name: `${target}.lora_a`, shape: [inputs, rank], values: a },
        { name: `${target}.lora_b`, shape: [rank, outputs], values: b },
      ]),
      ...tensors,
    ],
  });
  return { path: file, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Puts adapters into a model's tensors: W + scale · (alpha / rank) · B · A, in double precision until the end. */
export function mergeAdapters(
  tensors: readonly WritableTensor[],
  merged: readonly MergedAdapter[] = [],
): readonly WritableTensor[] {
  return tensors.map((tensor) => {
    const changes = merged.flatMap(({ adapter: { rank, alpha, pairs }, scale }) =>
      pairs
        .filter(({ target }) => target === tensor.name)
        .map((pair) => ({ pair, rank, factor: (scale * alpha) / rank })),
    );
    if (changes.length === 0) return tensor;
    const values = tensor.values.map((value, place) => {
      return changes.reduce((sum, { pair, rank, factor }) => {
        const [output, input] = [Math.floor(place / pair.inputs), place % pair.inputs];
        let product = 0;
        for (let k = 0; k < rank; k += 1) {
          product += (pair.b[output * rank + k] ?? 0) * (pair.a[k * pair.inputs + input] ?? 0);
        }
        return sum + factor * product;
      }, value);
    });
    return { ...tensor, values };
  });
}
