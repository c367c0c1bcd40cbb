/** Tokens of one answer as the server counts them, which is what it charges for. */
export interface TokenUsage {
  readonly promptTokens: number;
  /** Those of them that the server had computed before. */
  readonly cachedTokens: number;
  readonly generatedTokens: number;
}
