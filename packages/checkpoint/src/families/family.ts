import type { MetadataScalar } from '@understudy/gguf';
import type { Config } from '../config/config.js';

/** How the name of a tensor on the hub becomes the one that graphs are built with (GGUF's). Both without `.weight` and `.bias`. */
export interface TensorNames {
  /** Outside of the layers. */
  readonly model: Readonly<Record<string, string>>;
  /** What the names of a layer's tensors begin with, e.g. `model.layers`. */
  readonly layers: string;
  /** In a layer, behind its number. */
  readonly parts: Readonly<Record<string, string>>;
}

/** What a `config.json` says, in the words of GGUF metadata. */
export interface FamilyConfig {
  /** Values below the architecture's name. A list has a flag for each layer. */
  readonly metadata: Readonly<Record<string, MetadataScalar | readonly boolean[] | undefined>>;
  /** Tensors that follow from the configuration. */
  readonly computed: Readonly<Record<string, Float32Array | undefined>>;
  /** Parts of a layer, in our names, that may have a bias; and whether they have one. */
  readonly biases: Readonly<Record<string, boolean>>;
  /** Parts that are there in some models only, and whether they are in this one. */
  readonly parts?: Readonly<Record<string, boolean>>;
  /** True when the embedding makes the logits too. */
  readonly isTied: boolean;
}

/** A `model_type` of transformers whose models have a graph. */
export interface Family {
  /** Name of the graph. */
  readonly architecture: string;
  readonly names: TensorNames;
  /** Norms multiply by 1 + w; graphs multiply by their weight. */
  readonly normsAddOne?: boolean;
  /** A matrix that has Q, K and V of a head after each other, by its name on the hub. */
  readonly headwise?: string;
  /** Tensors of single experts or heads, which graphs see as a stack: their names in a layer, `*` for the number, and the stack's. */
  readonly stacks?: Readonly<Record<string, string>>;
  /** Tensors that are no weights (tables that classes used to save), by the end of their names. */
  readonly buffers?: readonly string[];
  read(config: Config): FamilyConfig;
}
