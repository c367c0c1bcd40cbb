import { battlesOfVotes, type BattleTable } from '@understudy/arena';
import type { Annotator, ArenaStore, CountedVote, VoteFilter } from '@understudy/store';
import type { Services } from '../services.js';
import { judgeTable } from './judge-tables.js';
import { withTurns } from './with-turns.js';

/** Which votes, as queries say it. */
export interface VotesAsked {
  readonly study?: string | undefined;
  readonly aspect?: string | undefined;
  readonly language?: string | undefined;
  readonly annotatorKind?: Annotator['kind'] | undefined;
  readonly judge?: string | undefined;
  /** People's votes on pairs with one of these versions; not empty. */
  readonly versionIds?: readonly string[] | undefined;
}

/** What of a query says which votes. */
export function votesKey({ study, aspect, language, annotatorKind, judge, versionIds }: VotesAsked): string {
  return JSON.stringify([study, aspect, language, annotatorKind, judge, versionIds]);
}

async function* ofKind(
  votes: AsyncIterable<CountedVote>,
  kind: Annotator['kind'],
  store: ArenaStore,
): AsyncGenerator<CountedVote> {
  const annotators = await store.listAnnotators();
  const wanted = new Set(annotators.filter((annotator) => annotator.kind === kind).map(({ id }) => id));
  for await (const vote of votes) if (wanted.has(vote.annotatorId)) yield vote;
}

/** The votes that a query is about, in columns: people's, or a judge's verdicts. Kept until the next vote. */
export function voteTable(asked: VotesAsked, services: Services): Promise<BattleTable> {
  return services.results.get(`table ${votesKey(asked)}`, () => {
    const { study: studyId, aspect, language, annotatorKind, judge, versionIds } = asked;
    if (judge !== undefined) return judgeTable(judge, { studyId, aspect, language }, services);
    const filter: VoteFilter = { studyId, aspect, language, versionIds };
    const votes = withTurns(services.store.votes(filter));
    return battlesOfVotes(annotatorKind === undefined ? votes : ofKind(votes, annotatorKind, services.store));
  });
}
