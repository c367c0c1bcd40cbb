import type { VoterAnomaly } from '@understudy/statistics';
import { voteTable } from '../../results/vote-table.js';
import type { Services } from '../../services.js';

/** How unlike the others each annotator votes, by their id; those with few votes are not tested. Kept until the next vote. */
export function anomalies(services: Services): Promise<ReadonlyMap<string, VoterAnomaly>> {
  return services.results.get('anomalies', async () =>
    services.compute.run('anomalies', await voteTable({}, services)),
  );
}
