import { join } from 'node:path';
import type { ModelCard } from '../card/card.js';
import type { ModelSpec } from './model-spec.js';

/** Folder of a catalog model: `<home>/models/catalog/<id>`, whichever source its file came from. */
export function catalogFolder(card: ModelCard, home: string): string {
  return join(home, 'models', 'catalog', card.id);
}

/** Folder of a file out of a package: `<home>/models/pypi/<package>/<version>`, `latest` where no version was named. */
export function packageFolder(spec: Extract<ModelSpec, { kind: 'package' }>, home: string): string {
  return join(home, 'models', 'pypi', spec.package.toLowerCase(), spec.version ?? 'latest');
}

/** Folder of a file at a commit of a model repository, as the hub package lays them out. */
export function commitFolder(repo: string, commit: string, home: string): string {
  return join(home, 'models', 'hf', ...repo.split('/'), commit);
}

/** Names of all parts of a split model (`…-00001-of-0000N.gguf`), given any of them; else the name itself. */
export function partNames(file: string): readonly [string, ...string[]] {
  const match = /^(?<stem>.*)-\d{5}-of-(?<count>\d{5})\.gguf$/.exec(file)?.groups;
  if (match === undefined) {
    return [file];
  }
  const { stem = '', count = '' } = match;
  const name = (part: number) => `${stem}-${String(part).padStart(5, '0')}-of-${count}.gguf`;
  return [name(1), ...Array.from({ length: Math.max(Number(count), 1) - 1 }, (_, i) => name(i + 2))];
}
