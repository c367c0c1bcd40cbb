import type { VoteSource } from '@understudy/advise';
import { assessStandIns, battlesOfVotes } from '@understudy/arena';
import type { ArenaStore } from '@understudy/store';

/** People's votes in the arena of this home. */
export function homeVotes(store: ArenaStore): VoteSource {
  return {
    studies: () => store.listStudies(),
    versions: () => store.listModels(),
    assess: async (studyId, claims, test) => {
      const versionIds = [...new Set(claims.map(({ reference }) => reference))];
      const table = await battlesOfVotes(store.votes({ studyId, versionIds }));
      return assessStandIns({ table, claims, ...test });
    },
  };
}
