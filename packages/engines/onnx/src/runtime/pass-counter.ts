/** Running totals of an engine's passes, and of what they were for. */
export class PassCounter {
  uniqueTokens = 0;
  requestedTokens = 0;
  paddingTokens = 0;
  scoredRows = 0;
  generatedTokens = 0;
  passes = 0;
}
