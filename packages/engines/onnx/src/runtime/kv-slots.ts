import type { LayerShape } from '../architectures/text-model.js';
import type { KvPrefix } from './kv-prefix.js';

/** K and V of one layer for all slots: [slots, kvHeads, room, headLength] each, and how many tokens each slot holds. */
export interface LayerSlots {
  readonly key: Float32Array;
  readonly value: Float32Array;
  readonly held: Int32Array;
}

/** How many texts, of how many tokens at most. */
export interface SlotsSize {
  readonly count: number;
  readonly room: number;
}

/**
 * Room for K and V of texts that grow side by side, a token each at a time. The attention operator appends in place. Slots in use
 * are the first ones: a text that ends is replaced by the last.
 */
export class KvSlots {
  readonly layers: readonly LayerSlots[];
  readonly count: number;
  /** Tokens of the longest text. */
  readonly room: number;
  readonly #shapes: readonly LayerShape[];

  constructor(shapes: readonly LayerShape[], { count, room }: SlotsSize) {
    this.count = count;
    this.room = room;
    this.#shapes = shapes;
    this.layers = shapes.map((shape) => {
      const numbers = count * tokenNumbers(shape) * room;
      return { key: new Float32Array(numbers), value: new Float32Array(numbers), held: new Int32Array(count) };
    });
  }

  /** Lets a slot begin with a prefix. */
  put(slot: number, prefix: KvPrefix): void {
    prefix.layers.forEach(({ held, key, value }, i) => {
      const layer = this.layers[i]!; // One of each layer.
      layer.held[slot] = held;
      this.#copyHeads(i, { from: key, fromHead: 0, fromRoom: held, to: layer.key, slot, held });
      this.#copyHeads(i, { from: value, fromHead: 0, fromRoom: held, to: layer.value, slot, held });
    });
  }

  /** Copies a slot over another one. */
  move(from: number, to: number): void {
    if (from === to) return;
    this.layers.forEach(({ key, value, held: all }, i) => {
      const held = all[from]!; // A slot of this object.
      all[to] = held;
      const fromHead = from * this.#shapes[i]!.kvHeads;
      this.#copyHeads(i, { from: key, fromHead, fromRoom: this.room, to: key, slot: to, held });
      this.#copyHeads(i, { from: value, fromHead, fromRoom: this.room, to: value, slot: to, held });
    });
  }

  /** Says that the first `count` slots have one more token. */
  grow(count: number): void {
    for (const { held } of this.layers) for (let slot = 0; slot < count; slot++) held[slot]! += 1;
  }

  #copyHeads(layer: number, { from, fromHead, fromRoom, to, slot, held }: HeadCopy): void {
    const { kvHeads, headLength } = this.#shapes[layer]!; // One of each layer.
    for (let head = 0; head < kvHeads; head++) {
      const start = (fromHead + head) * fromRoom * headLength;
      to.set(from.subarray(start, start + held * headLength), (slot * kvHeads + head) * this.room * headLength);
    }
  }
}

interface HeadCopy {
  readonly from: Float32Array;
  readonly fromHead: number;
  readonly fromRoom: number;
  readonly to: Float32Array;
  readonly slot: number;
  readonly held: number;
}

/** Numbers that K, or V, of a token takes in a layer. */
function tokenNumbers({ kvHeads, headLength }: LayerShape): number {
  return kvHeads * headLength;
}

/** Bytes of K and V of one token in all layers. */
export function kvTokenBytes(shapes: readonly LayerShape[]): number {
  return shapes.reduce((sum, shape) => sum + 2 * 4 * tokenNumbers(shape), 0);
}
