/** Best and worst rank by model: how many intervals lie wholly above and below its own. */
export function overlapRanks(lower: Float64Array, upper: Float64Array) {
  const rated = Array.from(lower).filter((end) => !Number.isNaN(end)).length;
  return {
    rankLower: upper.map((own) => 1 + lower.filter((other) => other > own).length),
    rankUpper: lower.map((own) => rated - upper.filter((other) => other < own).length),
  };
}
