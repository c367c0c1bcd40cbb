import type { MetadataScalar } from '@understudy/gguf';
import type { Config } from '../config/config.js';

/** How the name of a tensor on the hub becomes the one that graphs are built with (GGUF's). Both without `.weight` and `.bias`. */
export interface TensorNames {
  /**
   * Outside of the layers, and all of a model with layers of several kinds: `*` is the number of a layer in both names. Where several names
   * stand for one tensor, copies after the first that a file has are left out.
   */
  readonly model: Readonly<Record<string, string>>;
  /** What the names of a layer's tensors begin with, e.g. `model.layers`. */
  readonly layers?: string;
  /** In a layer, behind its number. */
  readonly parts?: Readonly<Record<string, string>>;
  /** What all names but that of the last matrix begin with, and lack where the model was saved without its head: `transformer`. */
  readonly base?: string;
}

/** A matrix of a layer whose rows are those of several: Q, K and V. */
export interface JoinedRows {
  /** Its name on the hub. */
  readonly part: string;
  /** How often the parts follow each other: once, for each head, or for each head of K and V. */
  readonly groups: number;
  /** The parts in a group, in their order, and how many rows they have in proportion to each other. */
  readonly rows: Readonly<Record<string, number>>;
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
  /** Tensors by their whole names that are there in some models only, and whether they are in this one. */
  readonly tensors?: Readonly<Record<string, boolean>>;
  /** True when the embedding makes the logits too. */
  readonly isTied: boolean;
  readonly joined?: JoinedRows;
  /** Rows in front of a table that stand for nothing, by the table's name with us. */
  readonly unusedRows?: Readonly<Record<string, number>>;
  /** Matrices, by their names with us, whose rows are divided by their lengths. */
  readonly unitRows?: readonly string[];
}

/** A `model_type` of transformers whose models have a graph. */
export interface Family {
  /** Name of the graph. */
  readonly architecture: string;
  /** Classes whose weights are a language model's, beside those that are called `…ForCausalLM`. */
  readonly classes?: readonly string[];
  readonly names: TensorNames;
  /** Norms multiply by 1 + w; graphs multiply by their weight. */
  readonly normsAddOne?: boolean;
  /** Matrices of a layer that are stored as [inputs, outputs], by their names on the hub. */
  readonly transposed?: readonly string[];
  /** Tensors of single experts or heads, which graphs see as a stack: their names in a layer, `*` for the number, and the stack's. */
  readonly stacks?: Readonly<Record<string, string>>;
  /** Tensors that are no weights (tables that classes used to save), by the end of their names. */
  readonly buffers?: readonly string[];
  read(config: Config): FamilyConfig;
}
