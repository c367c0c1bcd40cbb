/** A local model, ready to be opened: what the catalog hands to the engines. */
export interface ModelFiles {
  /** Name to show: the catalog id or the model spec. */
  readonly name: string;
  /** The GGUF file, or the parts of a split one in order. */
  readonly paths: readonly [string, ...string[]];
  /** SHA-256 of the content (of the parts' hashes for a split file), lower-case hexadecimal. */
  readonly identity: string;
  /** A chat template that replaces the file's own. */
  readonly chatTemplate?: string | undefined;
}
