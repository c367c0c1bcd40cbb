/** The middle value, of an even number of values the upper one of the two (`median` of lm-evaluation-harness). */
export function upperMedian(values: Float64Array): number {
  return Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? Number.NaN;
}
