/** A model that takes part in an arena. Ratings are per version: the same model in another quantisation, or told something else, is another. */
export interface ModelVersion {
  /** Stable and readable: the model's name, for a file of battles as it is written there. */
  readonly id: string;
  /** The model, whatever its versions. */
  readonly name: string;
  readonly organisation: string | null;
  /** SPDX id or name of the licence. */
  readonly licence: string | null;
  readonly openWeights: boolean | null;
  /** Model spec that runs it; null for one whose answers were imported. */
  readonly spec: string | null;
  /** Content identity of the weights, or what a server reports of itself. */
  readonly identity: string | null;
  readonly quantisation: string | null;
  /** System message of its conversations. */
  readonly system: string | null;
  /** JSON of the decoding settings its answers are made with. */
  readonly decoding: string | null;
  /** Price of a million tokens read and written, in USD; null: not known, which is never 0. */
  readonly priceIn: number | null;
  readonly priceOut: number | null;
  /** Milliseconds since 1970; a retired version gets no new battles. */
  readonly retiredAt: number | null;
}
