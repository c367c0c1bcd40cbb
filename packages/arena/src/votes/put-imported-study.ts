import { UserError } from '@understudy/core';
import type { ArenaStore, ImportedVote, ModelVersion, Study } from '@understudy/store';
import { putNewModels } from '../answers/put-new-models.js';

/** Votes of somebody else, and the study that they become. */
export interface ImportedStudy {
  readonly about: Pick<Study, 'id' | 'title' | 'questionSetId'>;
  /** The study's models; those that are known keep what is known of them. */
  readonly versions: readonly ModelVersion[];
  readonly votes: readonly ImportedVote[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What the arena must do for it. */
export type ImportStore = Pick<ArenaStore, 'listModels' | 'putModels' | 'listStudies' | 'createStudy' | 'importVotes'>;

/** Stores votes as a study of their own, once: a study that has its votes already is left as it is, and the answer is false. */
export async function putImportedStudy(
  store: ImportStore,
  { about, versions, votes, now }: ImportedStudy,
): Promise<boolean> {
  await putNewModels(store, versions);
  const isThere = (await store.listStudies()).some(({ id }) => id === about.id);
  if (!isThere) {
    await store.createStudy({
      ...about,
      mode: 'imported',
      versionIds: versions.map(({ id }) => id),
      design: { votesPerItem: 1, items: null, overlap: 0, goldEvery: 0, seed: 0 },
      instructions: {},
      completionCode: null,
      createdAt: now,
      openedAt: null,
      closedAt: null,
    });
  }
  try {
    await store.importVotes(about.id, votes);
    return true;
  } catch (error) {
    if (UserError.isInstance(error) && error.code === 'votes-imported') return false;
    throw error;
  }
}
