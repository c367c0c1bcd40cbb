import { clustersBy, comparisonsOf, type BattleTable } from '@understudy/arena';
import { voterAnomalies, type VoterAnomaly } from '@understudy/statistics';

/** How unlike the others each annotator votes, by their id; those with few votes are not tested. */
export function anomalies(table: BattleTable): ReadonlyMap<string, VoterAnomaly> {
  const names = table.columns.get('judge')?.values ?? [];
  const voters = clustersBy(table, 'judge');
  if (voters === undefined) return new Map();
  const found = voterAnomalies(comparisonsOf(table), voters);
  return new Map(found.map((anomaly) => [names[anomaly.voter] ?? '', anomaly]));
}
