/** Running totals of passes. */
export class PassCounter {
  uniqueTokens = 0;
  paddingTokens = 0;
  scoredRows = 0;
  passes = 0;
}
