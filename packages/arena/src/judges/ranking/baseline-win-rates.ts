import { lengthControlledWinRate, type LengthControlledWinRate } from '@understudy/statistics';
import { judgedLength } from '../bias/length-columns.js';
import { decidedBattles, type JudgedBattle } from '../combine/judged-battle.js';
import { clusteredShare, type Share } from './clustered-share.js';

/** How a model did against the baseline. */
export interface BaselineRow {
  readonly model: string;
  /** Mean preference over the baseline, both orders averaged: AlpacaEval's win rate as a share. Undefined without battles. */
  readonly winRate: Share | undefined;
  /** The same with a much better answer counted three times, as Arena-Hard does. */
  readonly weightedWinRate: Share | undefined;
  /** AlpacaEval's length-controlled win rate of first turns: what is left when both answers are equally long. Undefined without battles. */
  readonly lengthControlled: LengthControlledWinRate | undefined;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  readonly inconsistent: number;
  readonly incomplete: number;
}

/** A battle seen from the model that is not the baseline. */
interface AgainstBaseline {
  readonly model: string;
  readonly battle: JudgedBattle;
  readonly isA: boolean;
}

/** Win rates against a baseline, the best first; the baseline itself is left out. */
export function baselineWinRates(battles: readonly JudgedBattle[], baseline: string): readonly BaselineRow[] {
  const seen = battles.flatMap((battle) => againstBaseline(battle, baseline));
  const models = [...new Set(seen.map(({ model }) => model))];
  return models
    .map((model) =>
      rowOf(
        model,
        seen.filter((each) => each.model === model),
      ),
    )
    .sort((x, y) => (y.winRate?.value ?? -1) - (x.winRate?.value ?? -1) || (x.model < y.model ? -1 : 1));
}

function againstBaseline(battle: JudgedBattle, baseline: string): readonly AgainstBaseline[] {
  const { a, b } = battle;
  if (b.versionId === baseline) return [{ model: a.versionId, battle, isA: true }];
  if (a.versionId === baseline) return [{ model: b.versionId, battle, isA: false }];
  return [];
}

function rowOf(model: string, seen: readonly AgainstBaseline[]): BaselineRow {
  const decided = seen.filter(({ battle }) => decidedBattles([battle]).length > 0);
  const points = decided.map(({ battle: { question, preference }, isA }) => ({
    questionId: question.id,
    points: side(preference ?? 0, isA),
  }));
  const weighted = decided.map(({ battle: { question, weighted: sum }, isA }) => {
    const { points: gained, weight } = sum ?? { points: 0, weight: 1 };
    return { questionId: question.id, points: side(gained / weight, isA), weight };
  });
  const count = (winner: JudgedBattle['winner'] | 'win' | 'loss'): number =>
    seen.filter(({ battle, isA }) => outcomeOf(battle, isA) === winner).length;
  return {
    model,
    winRate: clusteredShare(points),
    weightedWinRate: clusteredShare(weighted),
    lengthControlled: lengthControl(decided),
    wins: count('win'),
    losses: count('loss'),
    ties: count('tie'),
    inconsistent: count('tie (inconsistent)'),
    incomplete: count(null),
  };
}

/** One instruction is one row, so of conversations the first turn counts, and of repeats the first. */
function lengthControl(decided: readonly AgainstBaseline[]): LengthControlledWinRate | undefined {
  const first = decided.filter(({ battle }) => battle.turn === 1 && battle.run === 0);
  return lengthControlledWinRate({
    preference: first.map(({ battle: { preference }, isA }) => side(preference ?? Number.NaN, isA)),
    lengthDifference: first.map(({ battle: { a, b, turn }, isA }) => {
      const difference = judgedLength(a, turn) - judgedLength(b, turn);
      return isA ? difference : -difference;
    }),
  });
}

function outcomeOf({ winner }: JudgedBattle, isA: boolean): 'win' | 'loss' | 'tie' | 'tie (inconsistent)' | null {
  if (winner !== 'model_a' && winner !== 'model_b') return winner;
  return (winner === 'model_a') === isA ? 'win' : 'loss';
}

function side(pointsOfA: number, isA: boolean): number {
  return isA ? pointsOfA : 1 - pointsOfA;
}
