import { writeBattles, type BattleFormat } from '@understudy/arena';
import type { ArenaStore } from '@understudy/store';
import { voteTable } from '../../results/vote-table.js';
import type { Services } from '../../services.js';

/** Formats of a file of votes; `jsonl` has every vote with all that is kept of it, the others have rated battles. */
export type ExportFormat = 'battles' | 'csv' | 'jsonl' | 'alpaca-eval';

/** A file as it is downloaded. */
export interface ExportFile {
  readonly type: string;
  readonly name: string;
  readonly pieces: AsyncIterable<string>;
}

const WRITTEN: Readonly<
  Record<Exclude<ExportFormat, 'jsonl'>, { format: BattleFormat; type: string; ending: string }>
> = {
  battles: { format: 'jsonl', type: 'application/x-ndjson', ending: 'jsonl' },
  csv: { format: 'csv', type: 'text/csv; charset=utf-8', ending: 'csv' },
  'alpaca-eval': { format: 'alpaca-eval', type: 'application/json', ending: 'json' },
};

async function* allVotes(store: ArenaStore, studyId: string): AsyncGenerator<string> {
  for await (const vote of store.votes({ studyId, withInvalid: true })) yield `${JSON.stringify(vote)}\n`;
}

async function* battles(studyId: string, format: BattleFormat, services: Services): AsyncGenerator<string> {
  yield* writeBattles(await voteTable({ study: studyId }, services), format);
}

/** The votes of a study as a file. */
export function exportFile(studyId: string, format: ExportFormat, services: Services): ExportFile {
  if (format === 'jsonl') {
    const pieces = allVotes(services.store, studyId);
    return { type: 'application/x-ndjson', name: 'votes.jsonl', pieces };
  }
  const { format: written, type, ending } = WRITTEN[format];
  return { type, name: `battles.${ending}`, pieces: battles(studyId, written, services) };
}
