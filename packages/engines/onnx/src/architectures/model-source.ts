import { isCheckpoint } from '@understudy/checkpoint';
import type { ModelFiles } from '@understudy/core';
import { describeModel, MetadataReader, type GgufModel, type ModelDescription } from '@understudy/gguf';
import type { RotaryPairs } from '../parts/rotary-embedding.js';
import type { Weights } from '../weights/weights.js';

/** Keys, without the architecture's name, that every architecture reads through `description`. */
const DESCRIBED = [
  'block_count',
  'context_length',
  'embedding_length',
  'attention.head_count',
  'attention.head_count_kv',
  'attention.key_length',
  'attention.value_length',
];

/** Keys that change no number: what the vocabulary's tensors say better, how a converter laid tensors out, how a model was trained. */
const WITHOUT_EFFECT = [
  'vocab_size',
  'tensor_data_layout',
  'rope.scaling.finetuned',
  'rope.scaling.original_context_length',
  // All pairs are halves where nothing asks (`rotaryPairs`).
  'rope.pairs',
];

/** What a model's card knows of it, and its file may leave out. */
export type CardFacts = Pick<ModelFiles, 'slidingWindow'>;

/**
 * What an architecture's graph is built from: a model's metadata, by keys below the architecture's name, and its weights. It
 * remembers what was read and what cannot be done, so that nothing of a file is silently left out.
 */
export class ModelSource {
  readonly description: ModelDescription;
  readonly weights: Weights;
  readonly #model: GgufModel;
  readonly #metadata: MetadataReader;
  readonly #read = new Set([...DESCRIBED, ...WITHOUT_EFFECT]);
  readonly #cardWindow: number | undefined;
  #refusal: string | undefined;

  constructor(model: GgufModel, weights: Weights, { slidingWindow }: CardFacts = {}) {
    this.description = describeModel(model);
    this.weights = weights;
    this.#model = model;
    this.#metadata = new MetadataReader(model);
    this.#cardWindow = slidingWindow;
    if (isCheckpoint(model) && model.refusal !== undefined) this.refuse(model.refusal);
    if (this.optionalBoolean('attention.causal') === false) {
      this.refuse('its attention is not causal');
    }
  }

  get architecture(): string {
    return this.description.architecture;
  }

  /** Why the graph does not fit the model, if something was found. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /** Says that the graph cannot do something of the model: "its rotary scaling is 'yarn'". */
  refuse(reason: string): void {
    this.#refusal ??= reason;
  }

  /** Tokens a token sees in every layer, as the file says, or else the model's card; undefined where it sees all. */
  slidingWindow(): number | undefined {
    this.#reading('attention.sliding_window');
    return this.description.slidingWindow ?? this.#cardWindow;
  }

  /**
   * How elements of a head are paired for rotary positions, given how llama.cpp's converter lays them out: of some architectures it puts
   * the rows of Q and K into another order, and a file of another origin says that they are as they were.
   */
  rotaryPairs(converted: RotaryPairs): RotaryPairs {
    return this.optionalString('rope.pairs') === 'halves' ? 'halves' : converted;
  }

  number(key: string): number {
    return this.#metadata.number(this.#reading(key));
  }

  optionalNumber(key: string): number | undefined {
    return this.#metadata.optionalNumber(this.#reading(key));
  }

  optionalBoolean(key: string): boolean | undefined {
    return this.#metadata.optionalBoolean(this.#reading(key));
  }

  optionalString(key: string): string | undefined {
    return this.#metadata.optionalString(this.#reading(key));
  }

  /** A number, or one for each layer. */
  numbersPerLayer(key: string): readonly number[] | undefined {
    return this.#metadata.numbersPerLayer(this.#reading(key), this.description.layers);
  }

  /** A number for all layers, or a flag for each. */
  numberOrFlags(key: string): number | readonly boolean[] | undefined {
    const value = this.#model.metadata.get(this.#reading(key));
    return typeof value === 'object' ? value.values().map(Boolean) : value === undefined ? undefined : Number(value);
  }

  /** Says that keys are known and rightly have no effect in this model. */
  ignore(...keys: readonly string[]): void {
    keys.forEach((key) => this.#read.add(key));
  }

  /** Keys of the architecture that nothing has read and that say something: a zero or `false` switches nothing on. */
  unread(): readonly string[] {
    const prefix = `${this.architecture}.`;
    return [...this.#model.metadata.keys()].filter(
      (key) =>
        key.startsWith(prefix) && !this.#read.has(key.slice(prefix.length)) && Boolean(this.#model.metadata.get(key)),
    );
  }

  #reading(key: string): string {
    this.#read.add(key);
    return `${this.architecture}.${key}`;
  }
}
