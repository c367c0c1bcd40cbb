import type { Judge, Judgement } from '@understudy/store';
import type { JudgedGame } from '../combine/judged-game.js';
import { pointsOfFirst } from '../combine/points.js';
import { numberedQuestionId } from './source-question-id.js';

const MS_PER_SECOND = 1000;
/** What FastChat writes for a rating that could not be read. */
const NO_RATING = -1;

/**
 * Lines of FastChat's `model_judgment` files: `…_single.jsonl` for ratings, `…_pair.jsonl` for pairs, whose two games are one line. A pair
 * of which only one order is judged has no line. What could not be read is `-1` and `error`, as there.
 */
export function* mtBenchJudgments(judge: Judge, games: readonly JudgedGame[]): Generator<string> {
  const rows = judge.mode === 'single' ? singles(judge, games) : pairs(judge, games);
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

function nameOf({ spec, prompt }: Judge, turn: number): readonly [string, string] {
  return [spec, turn === 1 ? prompt : `${prompt}-multi-turn`];
}

function* singles(judge: Judge, games: readonly JudgedGame[]): Generator<object> {
  for (const { judgement, question, first } of games) {
    yield {
      question_id: numberedQuestionId(question),
      model: first.versionId,
      judge: nameOf(judge, judgement.turn),
      judgment: judgement.raw,
      score: judgement.score ?? NO_RATING,
      turn: judgement.turn,
      tstamp: judgement.at / MS_PER_SECOND,
    };
  }
}

function* pairs(judge: Judge, games: readonly JudgedGame[]): Generator<object> {
  const waiting = new Map<string, JudgedGame>();
  for (const game of games) {
    const { judgement, question, first, second } = game;
    if (second === null) continue;
    const key = (one: string, two: string): string =>
      JSON.stringify([question.id, judgement.turn, judgement.run, one, two]);
    const other = waiting.get(key(second.id, first.id));
    if (other === undefined) {
      waiting.set(key(first.id, second.id), game);
      continue;
    }
    yield {
      question_id: numberedQuestionId(question),
      model_1: second.versionId,
      model_2: first.versionId,
      g1_winner: winnerOf(other.judgement, ['model_1', 'model_2']),
      g2_winner: winnerOf(judgement, ['model_2', 'model_1']),
      judge: nameOf(judge, judgement.turn),
      g1_judgment: other.judgement.raw,
      g2_judgment: judgement.raw,
      turn: judgement.turn,
      tstamp: judgement.at / MS_PER_SECOND,
    };
  }
}

function winnerOf({ state, verdict }: Judgement, [first, second]: readonly [string, string]): string {
  if (state !== 'ok' || verdict === null) return 'error';
  const points = pointsOfFirst(verdict);
  return points === 1 ? first : points === 0 ? second : 'tie';
}
