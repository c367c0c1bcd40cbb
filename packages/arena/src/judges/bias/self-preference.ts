import type { Judge, ModelVersion } from '@understudy/store';
import { decidedBattles, pointsOfA, type JudgedBattle } from '../combine/judged-battle.js';
import { clusteredShare, type Share } from '../ranking/clustered-share.js';

/** How a judge treats its own answers. */
export interface SelfPreference {
  /** The version among the models that is the judge. */
  readonly model: string;
  /** By the judge's own verdicts. */
  readonly winRate: Share | undefined;
  /**
   * By the human battles of the same models on the same questions, where there are any: what it should be. Without them a high win rate may
   * be bias or quality.
   */
  readonly humanWinRate: Share | undefined;
}

/** The points of one model in other people's battles. */
export type HumanPoints = (model: string) => Share | undefined;

/**
 * The judge's own version among the models, by content identity, spec or name; undefined where it is not among them.
 */
export function selfPreference(
  judge: Judge,
  {
    battles,
    models,
    humanPoints,
  }: {
    readonly battles: readonly JudgedBattle[];
    readonly models: readonly ModelVersion[];
    readonly humanPoints?: HumanPoints | undefined;
  },
): SelfPreference | undefined {
  const own = models.find((model) => isJudge(judge, model));
  if (own === undefined) return undefined;
  const rows = decidedBattles(battles).flatMap(({ question, a, b, winner }) => {
    if (a.versionId === own.id) return [{ questionId: question.id, points: pointsOfA(winner) }];
    return b.versionId === own.id ? [{ questionId: question.id, points: 1 - pointsOfA(winner) }] : [];
  });
  return { model: own.id, winRate: clusteredShare(rows), humanWinRate: humanPoints?.(own.id) };
}

function isJudge({ spec, identity }: Judge, model: ModelVersion): boolean {
  if (model.identity !== null) return model.identity === identity;
  const names = [spec, spec.replace(/^[a-z]+:/u, '')];
  return [model.spec, model.id, model.name].some((name) => name !== null && names.includes(name));
}
