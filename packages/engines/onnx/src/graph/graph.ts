import type { Initializer } from './initializer.js';
import type { Node } from './node.js';
import type { Axis, Value } from './value.js';

/** An input or output with its shape; outputs may leave the shape to the runtime. */
export interface Port {
  readonly value: Value;
  readonly shape: readonly Axis[] | undefined;
}

/** A complete graph, ready to be written. */
export interface Graph {
  readonly name: string;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly initializers: readonly Initializer[];
  /** In an order in which each node's inputs exist. */
  readonly nodes: readonly Node[];
}
