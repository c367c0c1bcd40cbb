/** Bradley–Terry: the probability of a win at a difference of strengths, σ(θ_a − θ_b). */
export function winProbability(difference: number): number {
  return 1 / (1 + Math.exp(-difference));
}
