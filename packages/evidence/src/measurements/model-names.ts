/** What a run says of the model that it measured, taken apart; the kinds of names are those of a model spec. */
export interface ModelNames {
  /** SHA-256 of the weights, or whatever else the engine calls its model. */
  readonly identity: string;
  /** Identities and scales of LoRA adapters laid over the weights; empty without. */
  readonly adapters: string;
  /** The format that the weights were put into while they were loaded, e.g. `load_in_4bit`; empty: they were taken as they lie. */
  readonly loadedAs: string;
  /** The name as it stands: a card's id, or a spec. */
  readonly name: string;
  /** What names the model on our command line; of an imported run as near as its name comes. */
  readonly spec: string;
  /** Repository on the hub, `owner/name`, where its main weights were taken; undefined for another branch or tag. */
  readonly repository: string | undefined;
  /** File in it. */
  readonly file: string | undefined;
  /** `openai:NAME` or `anthropic:NAME`, where the provider itself was asked. */
  readonly remote: string | undefined;
}
