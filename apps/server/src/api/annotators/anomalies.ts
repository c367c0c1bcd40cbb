import { comparisonsOf } from '@understudy/arena';
import { voterAnomalies, type VoterAnomaly } from '@understudy/statistics';
import { clustersOf } from '../../results/clusters.js';
import { voteTable } from '../../results/vote-table.js';
import type { Services } from '../../services.js';

/** How unlike the others each annotator votes, by their id; those with few votes are not tested. */
export async function anomalies(services: Services): Promise<ReadonlyMap<string, VoterAnomaly>> {
  const table = await voteTable({}, services);
  const names = table.columns.get('judge')?.values ?? [];
  const voters = clustersOf(table, 'judge');
  if (voters === undefined) return new Map();
  const found = voterAnomalies(comparisonsOf(table), voters);
  return new Map(found.map((anomaly) => [names[anomaly.voter] ?? '', anomaly]));
}
