import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeGguf, type WritableTensor, type WritableValue } from '@understudy/gguf/testing';
import { normalNumbers } from './normal-numbers.js';
import { mergeAdapters, type MergedAdapter } from './tiny-adapter.js';
import { tinyBytePairVocabulary } from './tiny-vocabulary.js';

/** Shape of the tiny model: small enough to compute in microseconds, with grouped-query attention. */
const EMBEDDING = 64;
const LAYERS = 2;
const HEADS = 4;
const KV_HEADS = 2;
const HEAD = EMBEDDING / HEADS;
const FEED_FORWARD = 96;

/** A model of a few hundred kilobytes in a temporary folder. */
export interface TinyModel extends Disposable {
  /** The file, or the first part. */
  readonly path: string;
  /** All parts. */
  readonly paths: readonly [string, ...string[]];
  readonly folder: string;
}

type Metadata = Readonly<Record<string, WritableValue>>;

/** How the tiny model differs from the plain one. */
export interface TinyModelOptions {
  readonly vocabulary?: Metadata;
  readonly architecture?: string;
  readonly contextLength?: number;
  /** Only metadata: enough for a vocabulary. */
  readonly withoutTensors?: boolean;
  /** Files the model is split into; one by default. */
  readonly parts?: number;
  /** Other weights by another number. */
  readonly seed?: number;
  /** Factor on the output weights, and so on the logits: the model is surer of itself. */
  readonly sharpness?: number;
  /** Adapters merged into the weights, each with a scale. */
  readonly merged?: readonly MergedAdapter[];
}

/** Writes a model of architecture `llama` with random weights, always the same ones. */
export function writeTinyModel(options: TinyModelOptions = {}): TinyModel {
  const { vocabulary = tinyBytePairVocabulary(), parts = 1, withoutTensors = false } = options;
  const tokens = vocabulary['tokenizer.ggml.tokens'];
  const all = withoutTensors
    ? []
    : mergeAdapters(tensors(tokens?.type === 'array' ? tokens.value.length : 0, options), options.merged);
  const folder = mkdtempSync(path.join(tmpdir(), 'understudy-llama-'));
  const share = Math.ceil(all.length / parts);
  const files = Array.from({ length: parts }, (_, part) => {
    const file = path.join(folder, parts === 1 ? 'tiny.gguf' : `tiny-0000${part + 1}-of-0000${parts}.gguf`);
    const metadata = part === 0 ? { ...hyperparameters(options), ...vocabulary } : {};
    writeGguf(file, {
      metadata: { ...metadata, ...(parts === 1 ? {} : splitMetadata(part, parts, all.length)) },
      tensors: all.slice(part * share, (part + 1) * share),
    });
    return file;
  });
  const [first = folder, ...rest] = files;
  return {
    path: first,
    paths: [first, ...rest],
    folder,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function hyperparameters({ architecture = 'llama', contextLength = 4096 }: TinyModelOptions): Metadata {
  return {
    'general.architecture': { type: 'string', value: architecture },
    'general.name': { type: 'string', value: 'tiny' },
    [`${architecture}.context_length`]: count(contextLength),
    [`${architecture}.embedding_length`]: count(EMBEDDING),
    [`${architecture}.block_count`]: count(LAYERS),
    [`${architecture}.feed_forward_length`]: count(FEED_FORWARD),
    [`${architecture}.attention.head_count`]: count(HEADS),
    [`${architecture}.attention.head_count_kv`]: count(KV_HEADS),
    [`${architecture}.rope.dimension_count`]: count(HEAD),
    [`${architecture}.attention.layer_norm_rms_epsilon`]: { type: 'float32', value: 1e-5 },
  };
}

/** What each part of a split model says of itself. */
function splitMetadata(part: number, parts: number, tensorCount: number): Metadata {
  return {
    'split.no': { type: 'uint16', value: part },
    'split.count': { type: 'uint16', value: parts },
    'split.tensors.count': { type: 'int32', value: tensorCount },
  };
}

function count(value: number): WritableValue {
  return { type: 'uint32', value };
}

function tensors(vocabularySize: number, { seed = 1, sharpness = 1 }: TinyModelOptions): WritableTensor[] {
  const random = normalNumbers(seed);
  const matrix = (name: string, columns: number, rows: number, factor = 1): WritableTensor => ({
    name: `${name}.weight`,
    shape: [columns, rows],
    values: Float32Array.from({ length: columns * rows }, () => random() * (2 / Math.sqrt(columns)) * factor),
  });
  const layers = Array.from({ length: LAYERS }, (_, layer) => [
    ones(`blk.${layer}.attn_norm`),
    matrix(`blk.${layer}.attn_q`, EMBEDDING, EMBEDDING),
    matrix(`blk.${layer}.attn_k`, EMBEDDING, KV_HEADS * HEAD),
    matrix(`blk.${layer}.attn_v`, EMBEDDING, KV_HEADS * HEAD),
    matrix(`blk.${layer}.attn_output`, EMBEDDING, EMBEDDING),
    ones(`blk.${layer}.ffn_norm`),
    matrix(`blk.${layer}.ffn_gate`, EMBEDDING, FEED_FORWARD),
    matrix(`blk.${layer}.ffn_up`, EMBEDDING, FEED_FORWARD),
    matrix(`blk.${layer}.ffn_down`, FEED_FORWARD, EMBEDDING),
  ]);
  return [
    matrix('token_embd', EMBEDDING, vocabularySize),
    ...layers.flat(),
    ones('output_norm'),
    matrix('output', EMBEDDING, vocabularySize, sharpness),
  ];
}

function ones(name: string): WritableTensor {
  return { name: `${name}.weight`, shape: [EMBEDDING], values: new Float32Array(EMBEDDING).fill(1) };
}
