import { FILE_TYPES } from './file-types.js';
import { MetadataReader } from './metadata-reader.js';
import type { GgufModel } from './read-model.js';

/** What a model's files say of it, in the field's words. */
export interface ModelDescription {
  /** E.g. `llama`, `gemma3`. */
  readonly architecture: string;
  readonly name: string | undefined;
  readonly licence: string | undefined;
  /** Number of weights in all tensors. */
  readonly parameters: number;
  /** E.g. `Q4_K_M`; from the tensors where the file does not say. */
  readonly quantization: string;
  /** Longest input the model was made for, in tokens. */
  readonly contextLength: number;
  readonly layers: number;
  readonly embeddingLength: number;
  readonly heads: number;
  /** Of each layer; they differ in some architectures. */
  readonly kvHeads: readonly number[];
  readonly keyLength: number;
  readonly valueLength: number;
  /** Tokens a sliding-window layer sees, where the architecture has such layers. */
  readonly slidingWindow: number | undefined;
  readonly vocabularySize: number;
  /** Jinja source. */
  readonly chatTemplate: string | undefined;
}

/** Reads the description from a model's metadata and tensors. Throws `gguf-metadata` where what every model has is missing. */
export function describeModel(model: GgufModel): ModelDescription {
  const metadata = new MetadataReader(model);
  const architecture = metadata.string('general.architecture');
  const layers = metadata.number(`${architecture}.block_count`);
  const embeddingLength = metadata.number(`${architecture}.embedding_length`);
  const heads = metadata.numbersPerLayer(`${architecture}.attention.head_count`, layers) ?? [];
  const widestHeads = Math.max(1, ...heads);
  const defaultLength = embeddingLength / widestHeads;
  return {
    architecture,
    name: metadata.optionalString('general.name'),
    licence: metadata.optionalString('general.license'),
    parameters: model.tensors.reduce((sum, tensor) => sum + tensor.elements, 0),
    quantization: quantization(model, metadata.optionalNumber('general.file_type')),
    contextLength: metadata.number(`${architecture}.context_length`),
    layers,
    embeddingLength,
    heads: widestHeads,
    kvHeads: metadata.numbersPerLayer(`${architecture}.attention.head_count_kv`, layers) ?? heads,
    keyLength: metadata.optionalNumber(`${architecture}.attention.key_length`) ?? defaultLength,
    valueLength: metadata.optionalNumber(`${architecture}.attention.value_length`) ?? defaultLength,
    // Zero stands for none.
    slidingWindow: metadata.optionalNumber(`${architecture}.attention.sliding_window`) || undefined,
    vocabularySize: vocabularySize(model),
    chatTemplate: metadata.optionalString('tokenizer.chat_template'),
  };
}

function vocabularySize(model: GgufModel): number {
  const tokens = model.metadata.get('tokenizer.ggml.tokens');
  if (typeof tokens === 'object') {
    return tokens.length;
  }
  return model.tensors.find((tensor) => tensor.name === 'token_embd.weight')?.shape[1] ?? 0;
}

/** The file's own word, else the storage type that holds most weights. */
function quantization(model: GgufModel, fileType: number | undefined): string {
  const named = fileType === undefined ? undefined : FILE_TYPES.get(fileType);
  if (named !== undefined) {
    return named;
  }
  const elements = new Map<string, number>();
  for (const tensor of model.tensors) {
    elements.set(tensor.type, (elements.get(tensor.type) ?? 0) + tensor.elements);
  }
  return [...elements].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['unknown', 0] as const)[0];
}
