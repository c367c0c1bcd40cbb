import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { columnsOf, placesOf, type PositionBias } from './position-bias.js';

/** Attention with linear biases. */
export interface Alibi {
  /** Of each head: what a place nearer is worth. */
  readonly slopes: readonly number[];
  /** Falcon: slopes, places and biases are rounded to bfloat16, places counting from the start of the sequence. */
  readonly rounding?: 'bfloat16';
  /** Factor of the biases, behind their rounding. */
  readonly scale?: number;
}

/**
 * Slopes of ALiBi (Press et al. 2021, arXiv:2108.12409): 2^(−m/n), 2^(−2m/n) … for n heads, m being `mostBias` (8 in the paper). Where n
 * is no power of two: those of the next smaller one, then every other of the next larger one.
 */
export function alibiSlopes(heads: number, mostBias = 8): readonly number[] {
  const power = 2 ** Math.floor(Math.log2(heads));
  const slope = (count: number, i: number): number => 2 ** ((-mostBias * (i + 1)) / count);
  const own = Array.from({ length: power }, (_, i) => slope(power, i));
  const between = Array.from({ length: heads - power }, (_, i) => slope(2 * power, 2 * i));
  return [...own, ...between];
}

/** The bias of ALiBi: slope · (place of the column − place of the token). */
export function alibiBias(alibi: Alibi): PositionBias {
  return (g, span, positions) => {
    const places = placesOf(g, positions);
    const columns = columnsOf(span);
    const slopes = g.floats([1, alibi.slopes.length, 1, 1], alibi.slopes);
    const worth =
      alibi.rounding === undefined
        ? g.node('Mul', [g.node('Sub', [columns, places]), slopes])
        : g.node('Sub', [roundedWorth(g, columns, slopes), roundedWorth(g, places, slopes)]);
    const scaled = alibi.scale === undefined ? worth : g.node('Mul', [worth, g.scalar(alibi.scale)]);
    return g.node('Add', [scaled, span.bias]);
  };
}

/** Slopes times places, in bfloat16: products of two such numbers are exact in float32 before they are rounded. */
function roundedWorth(g: GraphBuilder, places: Value, slopes: Value): Value {
  const rounded = (x: Value): Value => cast(g, cast(g, x, BFLOAT16), FLOAT32);
  return rounded(g.node('Mul', [rounded(places), rounded(slopes)]));
}

function cast(g: GraphBuilder, x: Value, to: number): Value {
  return g.node('Cast', [x], { attributes: { to } });
}

/** Of `TensorProto.DataType`. */
const FLOAT32 = 1;
const BFLOAT16 = 16;
