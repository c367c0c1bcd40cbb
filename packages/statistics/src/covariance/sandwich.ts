import { multiply } from '../linear-algebra/multiply.js';
import { centre } from './to-gauge.js';

/** Bread · meat · bread, relative to the mean of the strengths. */
export function sandwich(bread: Float64Array, meat: Float64Array, size: number): Float64Array {
  return centre(multiply(multiply(bread, meat, size), bread, size), size);
}
