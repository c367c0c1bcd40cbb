import type { ModelCard } from '@understudy/catalog';
import type { ModelNames } from './model-names.js';

/** How a path begins: `/`, `./`, `../`, `~/`, `C:\\`. */
const PATH_START = /^(?:~|\.{0,2}|[A-Za-z]:)[\\/]/u;
const SCHEME = /^[a-z]+:/u;

/**
 * What a measured model is called wherever models are shown: by its card, however the run named it; without a card as the run does, of a path
 * only the last part, which is the model's, and not the folders of whoever ran it. Adapters make it another model.
 */
export function nameOf(names: Pick<ModelNames, 'name' | 'adapters'>, card: ModelCard | undefined): string {
  const name = card?.name ?? (isPath(names.name) ? lastPart(names.name) : names.name);
  return names.adapters === '' ? name : `${name} + adapter`;
}

function isPath(name: string): boolean {
  return PATH_START.test(name) || (name.endsWith('.gguf') && !SCHEME.test(name));
}

function lastPart(path: string): string {
  return path.split(/[\\/]/u).findLast((part) => part !== '') ?? path;
}
