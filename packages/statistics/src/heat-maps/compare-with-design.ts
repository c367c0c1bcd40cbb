/** How votes cover what a design asks for. */
export interface DesignCoverage {
  /** Votes each pair still lacks, a square as in `WinRateMap`. */
  readonly missing: Float64Array;
  /** Sum of `missing` over pairs. */
  readonly votesMissing: number;
  /** Pairs that the design asks for. */
  readonly pairs: number;
  /** Those that have all their votes, and those that have none. */
  readonly complete: number;
  readonly unmet: number;
}

/**
 * Compares counts of games with the design's, both squares as in `WinRateMap`; `target` may be one number for all pairs. Games over the target
 * are no matter.
 */
export function compareWithDesign(games: Float64Array, target: Float64Array | number): DesignCoverage {
  const models = Math.round(Math.sqrt(games.length));
  const missing = new Float64Array(games.length);
  let [votesMissing, pairs, complete, unmet] = [0, 0, 0, 0];
  for (let row = 0; row < models; row += 1) {
    for (let column = row + 1; column < models; column += 1) {
      const at = row * models + column;
      const wanted = typeof target === 'number' ? target : target[at]!;
      if (wanted <= 0) continue;
      const lacking = Math.max(0, wanted - games[at]!);
      missing[at] = lacking;
      missing[column * models + row] = lacking;
      votesMissing += lacking;
      pairs += 1;
      if (lacking === 0) complete += 1;
      if (games[at] === 0) unmet += 1;
    }
  }
  return { missing, votesMissing, pairs, complete, unmet };
}
