import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/**
 * Index of the largest element of each row, the first one on ties: [rows, columns] → int64 [rows, 1].
 *
 * ONNX Runtime's ArgMax takes 56 µs for a row of 49,152, its ReduceMax 7 µs. So the row is seen as blocks: the largest of each
 * block, the first block that has the largest of all, and the first place in that block; 12 µs in all.
 */
export function firstArgMax(g: GraphBuilder, rows: Value, columns: number): Value {
  const block = blockLength(columns);
  if (block === undefined) {
    return argMax(g, rows);
  }
  const blocks = g.node('Reshape', [rows, g.integers(-1, columns / block, block)]);
  const largest = g.node('ReduceMax', [blocks, g.integers(2)], { attributes: { keepdims: 0 } });
  const best = argMax(g, largest);
  const bestBlock = g.node('GatherND', [blocks, best], { attributes: { batch_dims: 1 } });
  const start = g.node('Mul', [best, g.integer(block)], { type: 'int64' });
  return g.node('Add', [start, argMax(g, bestBlock)], { type: 'int64' });
}

function argMax(g: GraphBuilder, rows: Value): Value {
  return g.node('ArgMax', [rows], { attributes: { axis: 1, keepdims: 1 }, type: 'int64' });
}

/** The divisor of a row's length nearest above its square root, if it is not much larger than that. */
function blockLength(columns: number): number | undefined {
  const root = Math.ceil(Math.sqrt(columns));
  for (let length = root; length <= 8 * root; length++) {
    if (columns % length === 0) {
      return length;
    }
  }
  return undefined;
}
