import type { ArenaStore } from '@understudy/store';
import { gameKey, keyPartsOf, type Game } from './game.js';
import type { OpenJudge } from './open-judge.js';

/** The games that a judge has not judged yet: those without a judgement, or with one whose request failed. */
export async function pendingGames(
  store: Pick<ArenaStore, 'judgements'>,
  { judge }: OpenJudge,
  games: readonly Game[],
): Promise<readonly Game[]> {
  const settled = new Set<string>();
  for await (const judgement of store.judgements({ judgeId: judge.id })) {
    if (judgement.state !== 'error') settled.add(gameKey(judgement));
  }
  return games.filter((game) => !settled.has(gameKey(keyPartsOf(game))));
}
