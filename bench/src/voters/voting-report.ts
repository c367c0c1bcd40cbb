import { textTable } from '../text-table.js';
import { isSound } from './check-votes.js';
import { summariseLatencies, type LatencySummary } from './latencies.js';
import type { VotingRunResult } from './voting-run.js';

/** The result as JSON has it: latencies summed up. */
export interface VotingRecord extends Omit<VotingRunResult, 'calls'> {
  readonly latencies: Readonly<Record<string, LatencySummary>>;
  readonly again: VotingRunResult['calls']['again'];
  readonly votesPerSecond: number;
  readonly isSound: boolean;
}

/** Sums a run up. */
export function votingRecord({ calls, ...result }: VotingRunResult): VotingRecord {
  const latencies = [...calls.latencies].map(([kind, times]) => [kind, summariseLatencies(times)] as const);
  return {
    ...result,
    latencies: Object.fromEntries(latencies),
    again: calls.again,
    votesPerSecond: result.deeds.votes / result.seconds,
    isSound: isSound(result.check) && result.broken.length === 0 && result.secretsTold === 0,
  };
}

const megabytes = (bytes: number | undefined): string => (bytes === undefined ? '?' : (bytes / 1e6).toFixed(0));

const tenths = (value: number): string => value.toFixed(1);

function latencyTable(latencies: VotingRecord['latencies']): string {
  const rows = Object.entries(latencies).map(([kind, { count, median, p95, p99, worst }]) => [
    kind,
    String(count),
    ...[median, p95, p99, worst].map(tenths),
  ]);
  return textTable({ head: ['request', 'count', 'median ms', 'p95', 'p99', 'worst'], rows, right: [1, 2, 3, 4, 5] });
}

/** What people read. */
export function votingText(record: VotingRecord): string {
  const { deeds, check, broken, seconds, votesPerSecond, use, downMs, again, counted, secretsTold } = record;
  const cpu = use.cpuSeconds === undefined ? '?' : ((1000 * use.cpuSeconds) / deeds.votes).toFixed(1);
  const { unequalTotals: unequal, ...numbers } = check;
  return [
    `${deeds.votes} votes acknowledged in ${seconds.toFixed(1)} s: ${votesPerSecond.toFixed(0)} votes/s; ${counted} count, ${deeds.skipped} skipped, ${deeds.undone} undone`,
    `${deeds.doubleSends} sent two or three times at once, ${deeds.cut} connections cut, ${deeds.replays} old tokens, ${deeds.stolen} votes on others’ pairs, ${deeds.revealed} reveals`,
    `server killed ${downMs.length} times, nobody answered for ${downMs.map((ms) => (ms / 1000).toFixed(1)).join(', ') || '0'} s; ${again.lost} requests sent again after a lost connection, ${again.limited} after 429, ${deeds.undoLost} undos unanswered`,
    `server: ${megabytes(use.lastBytes)} MB at the end, ${megabytes(use.peakBytes)} MB at most; ${cpu} ms of CPU a vote`,
    '',
    latencyTable(record.latencies),
    '',
    `${Object.entries(numbers)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}, totals unequal ${unequal.length}, promises broken ${broken.length}, secrets told ${secretsTold}`,
    ...[...unequal, ...broken].slice(0, 20),
    record.isSound ? 'sound: every acknowledged vote is there once' : 'NOT sound',
    '',
  ].join('\n');
}
