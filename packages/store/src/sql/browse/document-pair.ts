/** A document of two runs. The values are NaN where a sample has none. */
export interface DocumentPair {
  readonly firstDocument: number;
  readonly secondDocument: number;
  readonly first: number;
  readonly second: number;
  readonly samePrompt: boolean;
}
