import type { ArenaStore, ModelVersion } from '@understudy/store';

/** Adds the models that the arena does not have yet: what is known of a model is not overwritten by its name alone. */
export async function putNewModels(
  store: Pick<ArenaStore, 'listModels' | 'putModels'>,
  versions: readonly ModelVersion[],
): Promise<void> {
  const known = new Set((await store.listModels()).map(({ id }) => id));
  const added = new Map(versions.filter(({ id }) => !known.has(id)).map((version) => [version.id, version]));
  if (added.size > 0) await store.putModels([...added.values()]);
}
