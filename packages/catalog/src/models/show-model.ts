import { existsSync } from 'node:fs';
import { isCheckpoint, readLocalModel } from '@understudy/checkpoint';
import { describeModel, kvCacheElements, type ModelDescription } from '@understudy/gguf';
import { understudyHome } from '@understudy/hub';
import { UserError } from '@understudy/core';
import type { ModelCard } from '../card/card.js';
import { CARDS_FOLDER } from '../card/card-files.js';
import { listCardIds, readCard, readCards } from '../card/read-cards.js';
import { KV_TYPES } from '../estimates/kv-cache.js';
import { parseModelSpec } from '../spec/parse-model-spec.js';
import { noFilesError } from '../spec/no-files.js';
import { unknownModelError } from '../spec/unknown-model.js';
import { cardTemplate } from '../template/card-template.js';
import type { TemplateFile } from '../template/template-file.js';
import { cardFiles } from './fetch-card.js';
import { localModels } from './local-models.js';
import { modelIdentity } from './model-identity.js';
import { modelPaths } from './model-paths.js';
import type { CatalogOptions } from './resolve-model.js';

/** What is known about a model: its card, and what its files say. */
export interface ModelDetails {
  readonly spec: string;
  readonly card: ModelCard | undefined;
  /** The chat template that the card names. */
  readonly template: TemplateFile | undefined;
  /** Undefined when the model is not on disk. */
  readonly file: ModelFileDetails | undefined;
}

/** What the files of a model say. */
export interface ModelFileDetails {
  readonly paths: readonly [string, ...string[]];
  readonly sizeBytes: number;
  readonly identity: string;
  readonly description: ModelDescription;
  readonly memory: ModelMemory;
}

/** Memory to run a model without the engine's working memory: a GGUF in the file's own format, a checkpoint in float32. */
export interface ModelMemory {
  /** Tokens the figures are for. */
  readonly contextLength: number;
  /** The weights as they are in a GGUF; a checkpoint's at four bytes a number. */
  readonly weightsBytes: number;
  /** K and V of all layers at two bytes a number (`f16`), at four for a checkpoint. */
  readonly kvCacheBytes: number;
  readonly kvType: 'f16' | 'f32';
}

const FLOAT32_BYTES = 4;

/** Options of `showModel`. */
export interface ShowOptions extends CatalogOptions {
  /** Tokens to say the needed memory for; default: the model's own context length. */
  readonly contextLength?: number | undefined;
}

/**
 * Describes a model by catalog id, spec or path, without fetching anything. A file on disk whose bytes a card names is shown with
 * that card. Throws `UserError` `model-unknown`, `model-not-local`, those of `modelPaths`, and what reading the files throws.
 */
export async function showModel(spec: string, options: ShowOptions = {}): Promise<ModelDetails> {
  const home = options.home ?? understudyHome(options.env);
  const folder = options.cardsFolder ?? CARDS_FOLDER;
  const parsed = parseModelSpec(spec);
  if (parsed.kind === 'remote' || parsed.kind === 'script') throw noFilesError(spec);
  if (parsed.kind === 'id') {
    const card = await readCard(parsed.id, folder);
    if (card === undefined) {
      throw unknownModelError(parsed.id, await listCardIds(folder));
    }
    const weights = card.weights.file;
    const paths = weights === null ? undefined : cardFiles(card, weights, home);
    const isLocal = paths?.every((path) => existsSync(path)) ?? false;
    const file = paths && isLocal ? await describeFiles(paths, home, options) : undefined;
    return { spec, card, template: await cardTemplate(card, options.templatesFolder), file };
  }
  const paths = parsed.kind === 'path' ? modelPaths(parsed.path) : await localPaths(spec, home);
  const file = await describeFiles(paths, home, options);
  const card = (await readCards(folder)).find((candidate) => candidate.weights.file?.sha256 === file.identity);
  return { spec, card, template: card && (await cardTemplate(card, options.templatesFolder)), file };
}

async function describeFiles(
  paths: ModelFileDetails['paths'],
  home: string,
  options: ShowOptions,
): Promise<ModelFileDetails> {
  const model = readLocalModel(paths);
  const description = describeModel(model);
  const contextLength = options.contextLength ?? description.contextLength;
  const isWidened = isCheckpoint(model);
  const kvType = isWidened ? 'f32' : 'f16';
  const kvCacheBytes = kvCacheElements(description, contextLength) * KV_TYPES[kvType];
  const weightsBytes = isWidened ? description.parameters * FLOAT32_BYTES : model.sizeBytes;
  return {
    paths,
    sizeBytes: model.sizeBytes,
    identity: await modelIdentity(paths, home, options),
    description,
    memory: { contextLength, weightsBytes, kvCacheBytes, kvType },
  };
}

async function localPaths(spec: string, home: string): Promise<ModelFileDetails['paths']> {
  const local = (await localModels(home)).find((model) => model.spec === spec || model.spec.startsWith(`${spec}@`));
  if (local === undefined) {
    throw new UserError({
      code: 'model-not-local',
      message: `The model ${spec} is not on disk, and has no card.`,
      hint: `Run \`understudy models pull ${spec}\` first.`,
    });
  }
  return local.paths;
}
