import { ratioEstimate, studentInterval } from '@understudy/statistics';
import type { JudgedGame } from '../combine/judged-game.js';
import { LEAST_QUESTIONS } from './clustered-share.js';

/** A mean rating from 1 to 10 with its 95% interval, clustered by question. */
export interface MeanScore {
  readonly value: number;
  /** Null for one question alone. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Ratings. */
  readonly count: number;
  readonly questions: number;
  /** Too few questions for a ranking. */
  readonly insufficient: boolean;
}

/** The ratings of a model. */
export interface MeanScoreRow {
  readonly model: string;
  /** Undefined without ratings. */
  readonly score: MeanScore | undefined;
  /** By turn, from 1. */
  readonly turns: Readonly<Record<string, MeanScore>>;
  /** By the question's aspect. */
  readonly aspects: Readonly<Record<string, MeanScore>>;
  /** Answers that were judged without a rating. */
  readonly unrated: number;
}

/** A rating and what it belongs to. */
interface Rated {
  readonly questionId: string;
  readonly turn: string;
  readonly aspect: string;
  readonly score: number;
}

/** Mean ratings of all models, overall, by turn and by aspect (MT-bench, single mode), the best first. */
export function meanScores(games: readonly JudgedGame[]): readonly MeanScoreRow[] {
  const models = new Map<string, { rated: Rated[]; unrated: number }>();
  for (const { judgement, question, first, second } of games) {
    if (second !== null) continue;
    const entry = models.get(first.versionId) ?? { rated: [], unrated: 0 };
    models.set(first.versionId, entry);
    if (judgement.state !== 'ok' || judgement.score === null) entry.unrated += 1;
    else {
      entry.rated.push({
        questionId: question.id,
        turn: String(judgement.turn),
        aspect: question.aspect,
        score: judgement.score,
      });
    }
  }
  return [...models]
    .map(([model, { rated, unrated }]) => ({
      model,
      score: meanOf(rated),
      turns: meansBy(rated, ({ turn }) => turn),
      aspects: meansBy(rated, ({ aspect }) => aspect),
      unrated,
    }))
    .sort((x, y) => (y.score?.value ?? 0) - (x.score?.value ?? 0) || (x.model < y.model ? -1 : 1));
}

function meansBy(rated: readonly Rated[], keyOf: (row: Rated) => string): Readonly<Record<string, MeanScore>> {
  const keys = [...new Set(rated.map(keyOf))].sort();
  return Object.fromEntries(
    keys.flatMap((key) => {
      const score = meanOf(rated.filter((row) => keyOf(row) === key));
      return score === undefined ? [] : [[key, score] as const];
    }),
  );
}

/** The two turns of a question are not independent: the interval is that of a ratio of sums over questions. */
function meanOf(rated: readonly Rated[]): MeanScore | undefined {
  if (rated.length === 0) return undefined;
  const sums = new Map<string, { score: number; count: number }>();
  for (const { questionId, score } of rated) {
    const sum = sums.get(questionId) ?? { score: 0, count: 0 };
    sum.score += score;
    sum.count += 1;
    sums.set(questionId, sum);
  }
  const questions = [...sums.values()];
  const ratio = ratioEstimate({
    numerators: questions.map(({ score }) => score),
    denominators: questions.map(({ count }) => count),
  });
  const interval = questions.length < 2 ? undefined : studentInterval(ratio);
  return {
    value: ratio.estimate,
    lower: interval === undefined ? null : Math.max(1, interval.lower),
    upper: interval === undefined ? null : Math.min(10, interval.upper),
    count: rated.length,
    questions: questions.length,
    insufficient: questions.length < LEAST_QUESTIONS,
  };
}
