import type { ArenaStore } from '@understudy/store';
import type { BattleTable } from '../battles/battle-table.js';
import { writeBattles, type BattleFormat } from '../battles/write/write-battles.js';
import { battlesOfVotes } from './battles-of-votes.js';

/** Formats of a file of votes; `jsonl` has every vote with all that is kept of it, the others have the votes that count, as battles. */
export const VOTE_FORMATS = ['battles', 'csv', 'jsonl', 'alpaca-eval'] as const;
export type VoteFormat = (typeof VOTE_FORMATS)[number];

const BATTLES = {
  battles: 'jsonl',
  csv: 'csv',
  'alpaca-eval': 'alpaca-eval',
} as const satisfies Record<Exclude<VoteFormat, 'jsonl'>, BattleFormat>;

/** What is to be written. */
export interface WriteVotesOptions {
  readonly studyId: string;
  readonly format: VoteFormat;
  /** The study's votes as battles, where they are at hand. */
  readonly table?: (() => Promise<BattleTable>) | undefined;
}

/** The votes of a study as a file, piece by piece. Throws `UserError` (`study-unknown`). */
export async function* writeVotes(
  store: Pick<ArenaStore, 'getStudy' | 'votes'>,
  { studyId, format, table = () => battlesOfVotes(store.votes({ studyId })) }: WriteVotesOptions,
): AsyncGenerator<string> {
  await store.getStudy(studyId);
  if (format !== 'jsonl') yield* writeBattles(await table(), BATTLES[format]);
  else for await (const vote of store.votes({ studyId, withInvalid: true })) yield `${JSON.stringify(vote)}\n`;
}
