import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** Consecutive entries along a tensor's first axis: the rows of a matrix, the experts of a stack. */
export interface Rows {
  readonly start: number;
  readonly count: number;
}

/**
 * The tensors of a model as weights of a graph, by their names in GGUF files. They stay in their file, the graph only says where.
 * Each source of weights remembers what was asked for: a tensor that no graph reads is the sign of a wrong graph.
 */
export interface Weights {
  has(name: string): boolean;
  /** Lengths along the axes, slowest first: a matrix is [outputs, inputs]. */
  shape(name: string): readonly number[];
  /** The tensor as a weight of a graph. */
  in(g: GraphBuilder, name: string): Value;
  /** The tensor as a table that rows are taken from, as it is stored: only those rows need be float32. */
  table(g: GraphBuilder, name: string): Value;
  /** Part of a tensor as a weight of a graph: what one matrix joins can be used apart, without a copy. */
  rows(g: GraphBuilder, name: string, rows: Rows): Value;
  /** The numbers of a small float32 tensor that is not used in a graph but beside it. */
  read(name: string): Float32Array;
  /** Says that a tensor, if it is there, rightly has no place in a graph. */
  ignore(name: string): void;
  /** Names of the tensors that were not asked for so far, or only in part. */
  unused(): readonly string[];
  /** Tensors that are not float32, with their types. */
  notFloat32(): readonly { readonly name: string; readonly type: string }[];
}
