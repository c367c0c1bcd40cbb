import type { VoteSource } from '@understudy/advise';
import type { Study } from '@understudy/store';
import { voteTable } from '../../results/vote-table.js';
import type { Services } from '../../services.js';

/** People's votes in these studies: read while voters are served, and computed where all results of votes are. */
export function serverVotes(studies: readonly Study[], services: Services): VoteSource {
  return {
    studies: () => Promise.resolve(studies),
    versions: () => services.store.listModels(),
    assess: async (study, claims, test) => {
      const versionIds = [...new Set(claims.map(({ reference }) => reference))];
      const table = await voteTable({ study, versionIds }, services);
      return services.compute.run('standIns', { table, claims, ...test });
    },
  };
}
