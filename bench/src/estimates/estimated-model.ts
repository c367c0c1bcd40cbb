import type { ModelCard, Quantization } from '@understudy/catalog';

/** A model with its card and its file. */
export interface EstimatedModel {
  readonly card: ModelCard;
  /** Of the file. */
  readonly quantization: Quantization;
  readonly path: string;
}
