import type { ModelCard, Obligations } from '@understudy/catalog';

/** A model that was measured: one content identity, and the card it belongs to where one is known. */
export interface ModelRef {
  /** Content identity, with that of adapters laid over it and the format it was loaded as; runs of one identity are runs of one model. */
  readonly identity: string;
  /** To be shown: `nameOf`. */
  readonly name: string;
  /** What names it on the command line, as the newest run has it. */
  readonly spec: string;
  /** `openai:NAME` or `anthropic:NAME`, where the provider itself was asked. */
  readonly remote: string | undefined;
  /** Undefined: no card is known to be of this model. */
  readonly card: ModelCard | undefined;
  /** What one may do with it; undefined without a card. */
  readonly obligations: Obligations | undefined;
  /** E.g. `Q4_1`, or what the reference harness was told (`load_in_4bit`); undefined where neither card nor run says it. */
  readonly quantization: string | undefined;
}
