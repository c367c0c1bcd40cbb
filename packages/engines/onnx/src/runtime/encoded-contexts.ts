import type { KvPrefix } from './kv-prefix.js';

/** K and V of contexts for one layer of the decoder: [contexts, kvHeads, room, headLength] each. */
export interface LayerContexts {
  readonly key: Float32Array;
  readonly value: Float32Array;
}

/** What an encoder has made of contexts, each filled up to `room` tokens. */
export interface EncodedContexts {
  /** Tokens of each context. */
  readonly lengths: Int32Array;
  readonly room: number;
  readonly layers: readonly LayerContexts[];
}

/** A single context as the prefix of a text. */
export function prefixOf({ room, layers }: EncodedContexts): KvPrefix {
  return { length: room, layers: layers.map((layer) => ({ ...layer, held: room })) };
}

/** 1 for the tokens of each context, 0 for what fills up: [contexts, room]. */
export function contextMask({ lengths, room }: Pick<EncodedContexts, 'lengths' | 'room'>): Int32Array {
  const mask = new Int32Array(lengths.length * room);
  lengths.forEach((length, context) => mask.fill(1, context * room, context * room + length));
  return mask;
}
