import type { Catalog, ModelCard } from '@understudy/catalog';
import type { ModelVersion } from '@understudy/store';
import { CardIndex } from '../measurements/card-index.js';
import type { ModelNames } from '../measurements/model-names.js';
import { adaptersOf, identityOf, specNames } from '../measurements/run-names.js';

const PROVIDER = /^(?:openai|anthropic):/u;

/** What a version of the arena says of itself. */
export type NamedVersion = Pick<ModelVersion, 'id' | 'name' | 'spec' | 'identity' | 'decoding'>;

/** Says which model of the catalog a version of the arena is. */
export class VersionOwners {
  readonly #cards: CardIndex;
  readonly #byName: ReadonlyMap<string, string>;

  constructor(catalog: Pick<Catalog, 'cards' | 'cardsById' | 'externals'>) {
    this.#cards = new CardIndex(catalog);
    this.#byName = idsByName(catalog);
  }

  /**
   * Id of the card or external model that a version is. A version that was run here is told by its file and spec, as a run is; one of which
   * only answers or votes were imported by its name: that of the card, its id, its repository (with or without the owner) or its
   * provider's name of it, letter for letter but for their case. `vicuna-13b` is not `vicuna-13b-v1.5`: undefined. So is a name that several
   * models share.
   */
  ownerOf(version: NamedVersion): string | undefined {
    const names = namesOf(version);
    if (names !== undefined) return this.#cards.find(names)?.id;
    return this.#byName.get(version.name.toLowerCase()) ?? this.#byName.get(version.id.toLowerCase());
  }
}

/** The identity that a run of the same model has; undefined where only a name is known. */
export function versionIdentity(version: NamedVersion): string | undefined {
  const names = namesOf(version);
  return names === undefined || names.identity === '' ? undefined : identityOf(names);
}

/** Undefined for a version that was never run here. */
function namesOf({ spec, identity, decoding }: NamedVersion): ModelNames | undefined {
  if (spec === null && identity === null) return undefined;
  // Whoever wrote the settings wrote them with `JSON.stringify`.
  const generation: unknown = decoding === null ? undefined : JSON.parse(decoding);
  return { ...specNames(spec ?? '', identity ?? ''), adapters: adaptersOf({ generation }) };
}

/** Ids by all names, in lower case. An id is never another model's name; a name of several models is none's. */
function idsByName({ cards, externals }: Pick<Catalog, 'cards' | 'externals'>): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>();
  const add = (name: string, id: string): void => {
    const key = name.toLowerCase();
    owners.set(key, (owners.get(key) ?? new Set()).add(id));
  };
  for (const card of cards) for (const name of otherNames(card)) add(name, card.id);
  for (const [id, { name, repository }] of Object.entries(externals)) {
    for (const other of [name, ...repositoryNames(repository === null ? [] : [repository])]) add(other, id);
  }
  const single = [...owners].flatMap(([name, ids]) => {
    const [id, ...more] = ids;
    return id === undefined || more.length > 0 ? [] : [[name, id] as const];
  });
  const ids = [...cards.map(({ id }) => id), ...Object.keys(externals)];
  return new Map([...single, ...ids.map((id) => [id.toLowerCase(), id] as const)]);
}

function otherNames({ name, weights, remote }: ModelCard): readonly string[] {
  const provider = remote === null ? [] : [remote.value, remote.value.replace(PROVIDER, '')];
  return [name, ...provider, ...repositoryNames(weights.repositories)];
}

function repositoryNames(repositories: readonly string[]): readonly string[] {
  return repositories.flatMap((repository) => [repository, repository.slice(repository.indexOf('/') + 1)]);
}
