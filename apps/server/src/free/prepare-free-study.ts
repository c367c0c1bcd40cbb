import { createHash } from 'node:crypto';
import type { ArenaStore, ModelVersion, Study } from '@understudy/store';

/** The free study of these models: the same models take up the same study again. */
function freeStudy(versionIds: readonly string[], title: string, now: number): Study {
  const sorted = versionIds.toSorted();
  const hash = createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
  return {
    id: `free-${hash.slice(0, 12)}`,
    mode: 'free',
    title,
    questionSetId: null,
    versionIds: sorted,
    design: { votesPerItem: 1, items: null, overlap: 1, goldEvery: 0, seed: 0 },
    instructions: {},
    completionCode: null,
    createdAt: now,
    openedAt: null,
    closedAt: null,
  };
}

/** Puts the models that answer live into the store, and opens their free study unless there is one. */
export async function prepareFreeStudy(
  store: ArenaStore,
  versions: readonly ModelVersion[],
  { title, now }: { readonly title: string; readonly now: number },
): Promise<void> {
  const known = new Set((await store.listModels()).map(({ id }) => id));
  // What is known of a model already, e.g. its licence, stays.
  await store.putModels(versions.filter(({ id }) => !known.has(id)));
  if (versions.length < 2) return;
  const study = freeStudy(
    versions.map(({ id }) => id),
    title,
    now,
  );
  const isThere = (await store.listStudies()).some(({ id }) => id === study.id);
  if (isThere) return;
  await store.createStudy(study);
  await store.openStudy(study.id, [], now);
}
