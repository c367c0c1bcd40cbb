import type { LayerShape } from '../architectures/text-model.js';

/** K and V of one layer: [1, kvHeads, held, headLength] each, of the last `held` tokens of the prefix. */
export interface LayerKv {
  readonly held: number;
  readonly key: Float32Array;
  readonly value: Float32Array;
}

/** K and V of a sequence's first tokens, for all layers: what later tokens attend to. */
export interface KvPrefix {
  /** Number of tokens. */
  readonly length: number;
  readonly layers: readonly LayerKv[];
}

/**
 * Tokens that a sliding-window layer holds beyond its window, so that a prefix can still be cut by as many: documents often
 * part from a shared prefix a few tokens before its end, where a tokenizer merged its last piece with what follows.
 */
const SLACK = 64;

/** The prefix of nothing. */
export function emptyPrefix(layers: readonly LayerShape[]): KvPrefix {
  const nothing = new Float32Array();
  return { length: 0, layers: layers.map(() => ({ held: 0, key: nothing, value: nothing })) };
}

/** How many of a prefix's tokens a layer has to hold. */
export function heldTokens({ window }: LayerShape, length: number): number {
  return window === undefined ? length : Math.min(length, window - 1 + SLACK);
}

/** True when the first `length` tokens can stand alone: sliding-window layers still hold what their last token's window needs. */
export function canCut(prefix: KvPrefix, shapes: readonly LayerShape[], length: number): boolean {
  return prefix.layers.every(({ held }, i) => {
    const { window = Number.POSITIVE_INFINITY } = shapes[i] ?? {};
    return prefix.length - held <= Math.max(0, length - (window - 1));
  });
}

/** The first `length` tokens of a prefix (`canCut`). */
export function cutPrefix(prefix: KvPrefix, shapes: readonly LayerShape[], length: number): KvPrefix {
  const dropped = prefix.length - length;
  return dropped === 0 ? prefix : { length, layers: sliceLayers(prefix.layers, shapes, (held) => [0, held - dropped]) };
}

/** Drops from sliding-window layers what no later token can see. */
export function trimPrefix(prefix: KvPrefix, shapes: readonly LayerShape[]): KvPrefix {
  return {
    length: prefix.length,
    layers: sliceLayers(prefix.layers, shapes, (held, shape) => [held - Math.min(held, heldTokens(shape, held)), held]),
  };
}

type Range = readonly [start: number, end: number];

function sliceLayers(
  layers: readonly LayerKv[],
  shapes: readonly LayerShape[],
  rangeOf: (held: number, shape: LayerShape) => Range,
): readonly LayerKv[] {
  return layers.map((layer, i) => {
    const shape = shapes[i]!; // One shape a layer.
    const [start, end] = rangeOf(layer.held, shape);
    if (start === 0 && end === layer.held) {
      return layer;
    }
    const slice = (data: Float32Array) => sliceTokens(data, { shape, held: layer.held, start, end });
    return { held: end - start, key: slice(layer.key), value: slice(layer.value) };
  });
}

function sliceTokens(
  data: Float32Array,
  { shape, held, start, end }: { shape: LayerShape; held: number; start: number; end: number },
): Float32Array {
  const { kvHeads, headLength } = shape;
  const sliced = new Float32Array(kvHeads * (end - start) * headLength);
  for (let head = 0; head < kvHeads; head++) {
    const from = head * held * headLength;
    sliced.set(data.subarray(from + start * headLength, from + end * headLength), head * (end - start) * headLength);
  }
  return sliced;
}
