/**
 * A LoRA adapter (Hu et al. 2021, arXiv:2106.09685) in GGUF, laid over a model: each of its matrices becomes
 * W + scale · (alpha / rank) · B · A.
 */
export interface Adapter {
  readonly path: string;
  /** SHA-256 of the file, lower-case hexadecimal. */
  readonly identity: string;
  readonly scale: number;
}
