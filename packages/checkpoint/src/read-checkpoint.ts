import { dirname, join } from 'node:path';
import type { Metadata, MetadataValue } from '@understudy/gguf';
import { checkpointError, CONVERT_HINT } from './checkpoint-error.js';
import type { Checkpoint, CheckpointTensor } from './checkpoint.js';
import { Config } from './config/config.js';
import type { Family, FamilyConfig } from './families/family.js';
import { FAMILIES, findFamily } from './families/registry.js';
import { missingParts } from './missing-parts.js';
import { computedTensor, nameTensors } from './name-tensors.js';
import { readJson } from './read-json.js';
import { readSafetensors } from './safetensors/read-safetensors.js';
import type { StoredTensor } from './safetensors/stored-tensor.js';
import { storedWeights } from './stored-weights.js';
import { readChatTemplate } from './tokenizer-files.js';

/** Types that can be computed in float32. */
const FLOATS = ['F32', 'F16', 'BF16'];

/**
 * Reads a checkpoint's configuration and the headers of its files of weights (`findShards`), and says both in the words of a GGUF.
 * Throws `DataError` `checkpoint-config`, `checkpoint-json`, `checkpoint-architecture`, `checkpoint-tensors` and those of
 * `readSafetensors`. What of the configuration is not understood is the checkpoint's `refusal`.
 */
export function readCheckpoint(paths: readonly [string, ...string[]]): Checkpoint {
  const folder = dirname(paths[0]);
  const path = join(folder, 'config.json');
  const config = new Config(readJson(path), path);
  const family = familyOf(config);
  const read = family.read(config);
  const files = paths.map((file) => readSafetensors(file));
  const everything = files.flatMap((file) => file.tensors);
  requireApart(everything, folder);
  const computed = Object.entries(read.computed).flatMap(([name, numbers]) =>
    numbers === undefined ? [] : [computedTensor(name, numbers)],
  );
  const stored = storedWeights(everything, family, read);
  const tensors = [...nameTensors(stored, { family, config: read }), ...computed];
  return {
    metadata: metadataOf(family, read, readChatTemplate(folder)),
    tensors,
    paths,
    sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
    refusal:
      config.refusal ??
      unknownKeys(config) ??
      unknownType(tensors) ??
      missingParts(tensors, read) ??
      wrongWidth(tensors, read),
  };
}

function familyOf(config: Config): Family {
  const type = config.string('model_type');
  const classes = config.strings('architectures') ?? [];
  const family = findFamily(type, config);
  const isText = (name: string): boolean => name.endsWith('ForCausalLM') || family?.classes?.includes(name) === true;
  if (family === undefined || !classes.every(isText)) {
    const what = family === undefined ? `its model_type is '${type}'` : `it is a ${classes.join(', ')}`;
    throw checkpointError({
      code: 'checkpoint-architecture',
      path: config.path,
      problem: `${what}; checkpoints of ${Object.keys(FAMILIES).join(', ')} for text can be read.`,
      hint: CONVERT_HINT,
      values: { type, classes, known: Object.keys(FAMILIES) },
    });
  }
  return family;
}

function requireApart(tensors: readonly StoredTensor[], folder: string): void {
  const names = new Set<string>();
  for (const { name, path } of tensors) {
    if (names.has(name)) {
      throw checkpointError({
        code: 'checkpoint-tensors',
        path,
        problem: `another file of ${folder} has ${name} too.`,
      });
    }
    names.add(name);
  }
}

function metadataOf({ architecture }: Family, { metadata }: FamilyConfig, chatTemplate: string | undefined): Metadata {
  const entries = Object.entries({ ...metadata }).flatMap(([key, value]): readonly [string, MetadataValue][] => {
    if (value === undefined) return [];
    const flags = typeof value === 'object' ? value : undefined;
    if (flags === undefined) return [[`${architecture}.${key}`, value as Exclude<typeof value, readonly boolean[]>]];
    return [[`${architecture}.${key}`, { elementType: 'bool', length: flags.length, values: () => flags }]];
  });
  const template: readonly [string, MetadataValue][] =
    chatTemplate === undefined ? [] : [['tokenizer.chat_template', chatTemplate]];
  return new Map([['general.architecture', architecture], ...entries, ...template]);
}

function unknownKeys(config: Config): string | undefined {
  const keys = config.unread();
  return keys.length > 0 ? `it is not known what ${keys.join(', ')} of its config.json means` : undefined;
}

function unknownType(tensors: readonly CheckpointTensor[]): string | undefined {
  const other = tensors.find(({ type }) => !FLOATS.includes(type));
  return other === undefined
    ? undefined
    : `its tensor ${other.name} is ${other.type}; ${FLOATS.join(', ')} can be computed`;
}

/** A configuration of another model's size would be found by the runtime only, in words about its graph. */
function wrongWidth(tensors: readonly CheckpointTensor[], { metadata }: FamilyConfig): string | undefined {
  const width = tensors.find(({ name }) => name === 'token_embd.weight')?.shape[0];
  const said = metadata['embedding_length'];
  return width === undefined || width === said
    ? undefined
    : `its embedding has ${width} numbers a token, and its config.json says ${String(said)}`;
}
