import { pointsOfA, type JudgedBattle } from '../combine/judged-battle.js';
import { clusteredShare, type PointsOnQuestion, type Share } from './clustered-share.js';

/** How a model did against the others. */
export interface WinRateRow {
  readonly model: string;
  readonly wins: number;
  readonly losses: number;
  /** Both orders said tie. */
  readonly ties: number;
  /** The two orders disagreed: ties, counted apart. */
  readonly inconsistent: number;
  /** Pairs with an order that has no verdict: not counted. */
  readonly incomplete: number;
  /** Adjusted win rate (wins + ½ ties) / n of Zheng et al. 2023; undefined without battles. */
  readonly winRate: Share | undefined;
}

type Counts = { -readonly [Key in 'wins' | 'losses' | 'ties' | 'inconsistent' | 'incomplete']: number };

/** Win rates of all models, the best first. */
export function winRates(battles: readonly JudgedBattle[]): readonly WinRateRow[] {
  const models = new Map<string, { counts: Counts; points: PointsOnQuestion[] }>();
  for (const { question, a, b, winner } of battles) {
    for (const [model, isA] of [
      [a.versionId, true],
      [b.versionId, false],
    ] as const) {
      const entry = models.get(model) ?? {
        counts: { wins: 0, losses: 0, ties: 0, inconsistent: 0, incomplete: 0 },
        points: [],
      };
      models.set(model, entry);
      if (winner === null) {
        entry.counts.incomplete += 1;
        continue;
      }
      const points = isA ? pointsOfA(winner) : 1 - pointsOfA(winner);
      entry.points.push({ questionId: question.id, points });
      entry.counts[countOf(points, winner === 'tie (inconsistent)')] += 1;
    }
  }
  return [...models]
    .map(([model, { counts, points }]) => ({ model, ...counts, winRate: clusteredShare(points) }))
    .sort((x, y) => (y.winRate?.value ?? -1) - (x.winRate?.value ?? -1) || (x.model < y.model ? -1 : 1));
}

function countOf(points: number, inconsistent: boolean): keyof Counts {
  if (points === 1) return 'wins';
  if (points === 0) return 'losses';
  return inconsistent ? 'inconsistent' : 'ties';
}
