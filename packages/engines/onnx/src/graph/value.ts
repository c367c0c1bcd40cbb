import type { ElementType } from './element-type.js';

/** A tensor that flows through a graph: the output of a node, an input, or a weight. */
export interface Value {
  readonly name: string;
  readonly type: ElementType;
}

/** An axis of an input or output: a fixed length, or a name for one that differs from call to call. */
export type Axis = number | string;
