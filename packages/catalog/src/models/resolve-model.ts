import { basename } from 'node:path';
import type { Adapter, ModelFiles } from '@understudy/core';
import { openTransfer, type Transfer, type TransferOptions } from '@understudy/hub';
import { CARDS_FOLDER } from '../card/card-files.js';
import { listCardIds, readCard } from '../card/read-cards.js';
import { parseModelSpec } from '../spec/parse-model-spec.js';
import { noFilesError } from '../spec/no-files.js';
import { unknownModelError } from '../spec/unknown-model.js';
import { fetchCard } from './fetch-card.js';
import { cardTemplate } from '../template/card-template.js';
import { toChatTemplate } from '../template/read-templates.js';
import { fetchSpec } from './fetch-spec.js';
import { fetchCheckpoint } from './fetch-checkpoint.js';
import { modelIdentity } from './model-identity.js';
import { modelPaths } from './model-paths.js';
import { resolveAdapter, type AdapterSpec } from './resolve-adapter.js';

/** How models are looked up. */
export interface CatalogOptions extends TransferOptions {
  /** Folder of the cards; default: those that come with Understudy. */
  readonly cardsFolder?: string | undefined;
  /** Folder of the chat templates; default: those that come with Understudy. */
  readonly templatesFolder?: string | undefined;
}

/** How a model is resolved. */
export interface ResolveOptions extends CatalogOptions {
  /**
   * Told of the files once they are on disk, before they are read as a whole for their identity, which takes a minute for
   * 40 GB. What it throws ends the call.
   */
  readonly inspect?: ((paths: ModelFiles['paths']) => void) | undefined;
  /** Adapters to be laid over the model. */
  readonly adapters?: readonly AdapterSpec[] | undefined;
  /** Spec of a smaller model that drafts texts. */
  readonly draft?: string | undefined;
  /** Tokens that a token sees in every layer, for a file that leaves it out; default: the card's. */
  readonly slidingWindow?: number | undefined;
}

/**
 * Finds a model's files and content identity, fetching what is not on disk. Throws `UserError` (`model-spec`,
 * `model-without-files`, `model-unknown`, `model-file-missing`, `no-source`, …) and what fetching throws.
 */
export async function resolveModel(spec: string, options: ResolveOptions = {}): Promise<ModelFiles> {
  const transfer = openTransfer(options);
  const { paths, chatTemplate, slidingWindow } = await locate(spec, transfer, options);
  options.inspect?.(paths);
  const adapters = await resolveEach(options.adapters ?? [], transfer);
  const { adapters: _adapters, draft: _draft, slidingWindow: _window, inspect: _inspect, ...same } = options;
  return {
    name: named(spec, adapters),
    paths,
    identity: await modelIdentity(paths, transfer.home, transfer),
    chatTemplate,
    slidingWindow: options.slidingWindow ?? slidingWindow,
    adapters: adapters.length === 0 ? undefined : adapters,
    draft: options.draft === undefined ? undefined : await resolveModel(options.draft, same),
  };
}

/** Finds adapters, fetching what is not on disk. Throws `UserError` `adapter-missing`, `model-spec`, and what fetching throws. */
export function resolveAdapters(
  specs: readonly AdapterSpec[],
  options: CatalogOptions = {},
): Promise<readonly Adapter[]> {
  return resolveEach(specs, openTransfer(options));
}

async function resolveEach(specs: readonly AdapterSpec[], transfer: Transfer): Promise<readonly Adapter[]> {
  const adapters: Adapter[] = [];
  for (const spec of specs) adapters.push(await resolveAdapter(spec, transfer));
  return adapters;
}

/** The model's spec with the names of its adapters, and their scales where they are not 1. */
function named(spec: string, adapters: readonly Adapter[]): string {
  const names = adapters.map(({ path, scale }) => `${basename(path)}${scale === 1 ? '' : `:${scale}`}`);
  return [spec, ...names].join(' + ');
}

/** Fetches a model; for a branch of a repository the newest state of it. */
export function pullModel(spec: string, options: CatalogOptions = {}): Promise<ModelFiles> {
  return resolveModel(spec, { ...options, refresh: true });
}

type Located = Pick<ModelFiles, 'paths' | 'chatTemplate' | 'slidingWindow'>;

async function locate(text: string, transfer: Transfer, options: CatalogOptions): Promise<Located> {
  const spec = parseModelSpec(text);
  switch (spec.kind) {
    case 'id': {
      const { cardsFolder = CARDS_FOLDER, templatesFolder } = options;
      const card = await readCard(spec.id, cardsFolder);
      if (card === undefined) throw unknownModelError(spec.id, await listCardIds(cardsFolder));
      const paths = await fetchCard(card, transfer);
      const template = await cardTemplate(card, templatesFolder);
      return { paths, chatTemplate: template && toChatTemplate(template), slidingWindow: card.slidingWindow?.value };
    }
    case 'path':
      return { paths: modelPaths(spec.path) };
    case 'repository':
      return { paths: await fetchCheckpoint(spec, transfer) };
    case 'hub':
    case 'package':
      return { paths: await fetchSpec(spec, {}, transfer) };
    case 'remote':
    case 'script':
      throw noFilesError(text);
    default:
      return spec satisfies never;
  }
}
