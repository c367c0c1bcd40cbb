import { writeVotes, type VoteFormat } from '@understudy/arena';
import { voteTable } from '../../results/vote-table.js';
import type { Services } from '../../services.js';

/** A file as it is downloaded. */
export interface ExportFile {
  readonly type: string;
  readonly name: string;
  readonly pieces: AsyncIterable<string>;
}

const FILES: Readonly<Record<VoteFormat, Omit<ExportFile, 'pieces'>>> = {
  battles: { type: 'application/x-ndjson', name: 'battles.jsonl' },
  csv: { type: 'text/csv; charset=utf-8', name: 'battles.csv' },
  jsonl: { type: 'application/x-ndjson', name: 'votes.jsonl' },
  'alpaca-eval': { type: 'application/json', name: 'battles.json' },
};

/** The votes of a study as a file. */
export function exportFile(studyId: string, format: VoteFormat, services: Services): ExportFile {
  const table = () => voteTable({ study: studyId }, services);
  return { ...FILES[format], pieces: writeVotes(services.store, { studyId, format, table }) };
}
