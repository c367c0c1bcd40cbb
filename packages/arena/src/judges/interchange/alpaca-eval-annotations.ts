import type { Judge } from '@understudy/store';
import type { JudgedBattle } from '../combine/judged-battle.js';
import type { JudgedGame } from '../combine/judged-game.js';

/** AlpacaEval's preference is 1 for the first output, 2 for the second. */
const FIRST = 1;
const MS_PER_SECOND = 1000;

/** What a judge said of a pair in both orders. */
export interface PairToAnnotate {
  readonly battle: JudgedBattle;
  readonly games: readonly JudgedGame[];
}

/**
 * AlpacaEval's `annotations.json` as a JSON list, an annotation a pair: `output_1` is the baseline's, `output_2` the model's; `preference`
 * is 1 to 2, the mean of both orders, and null where one of them has no verdict. AlpacaEval draws one order; with both, what
 * the place does is averaged away. Of conversations the first turn is annotated. Without a baseline the model whose name comes first
 * takes its place.
 */
export function* alpacaEvalAnnotations(
  judge: Judge,
  { battles, games }: { readonly battles: readonly JudgedBattle[]; readonly games: readonly JudgedGame[] },
  baseline?: string,
): Generator<string> {
  const gamesOf = gamesByPair(games);
  let separator = '[\n';
  for (const battle of battles) {
    if (battle.turn > 1) continue;
    const said = gamesOf.get(pairKey(battle.a.id, battle.b.id, battle.run)) ?? [];
    yield separator + JSON.stringify(annotation(judge, { battle, games: said }, baseline));
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

function annotation(judge: Judge, { battle, games }: PairToAnnotate, baseline: string | undefined): object {
  const { question, a, b, preference } = battle;
  const isBaseA = baseline === undefined || a.versionId === baseline;
  const [base, model] = isBaseA ? [a, b] : [b, a];
  const towardsModel = preference === null ? null : isBaseA ? 1 - preference : preference;
  const milliseconds = sumOf(games.map(({ judgement }) => judgement.latencyMs));
  return {
    instruction: question.turns[0] ?? '',
    dataset: question.setId,
    generator_1: base.versionId,
    output_1: base.turns[0] ?? '',
    generator_2: model.versionId,
    output_2: model.turns[0] ?? '',
    annotator: judge.id,
    preference: towardsModel === null ? null : FIRST + towardsModel,
    raw_completion: games.map(({ judgement }) => judgement.raw).join('\n\n'),
    price_per_example: sumOf(games.map(({ judgement }) => judgement.cost)),
    time_per_example: milliseconds === null ? null : milliseconds / MS_PER_SECOND,
  };
}

function gamesByPair(games: readonly JudgedGame[]): ReadonlyMap<string, readonly JudgedGame[]> {
  const pairs = new Map<string, JudgedGame[]>();
  for (const game of games) {
    const { turn, run, firstAnswerId, secondAnswerId } = game.judgement;
    if (turn > 1 || secondAnswerId === null) continue;
    const key = pairKey(firstAnswerId, secondAnswerId, run);
    const pair = pairs.get(key) ?? [];
    pair.push(game);
    pairs.set(key, pair);
  }
  return pairs;
}

function pairKey(one: string, other: string, run: number): string {
  return JSON.stringify([...[one, other].sort(), run]);
}

/** Null where one of them is not known. */
function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}
