import { UserError } from '@understudy/core';
import type { JudgedBattle } from '../combine/judged-battle.js';

/** The one model that is in all battles. Throws `UserError` `judge-baseline` where there is none, or more than one. */
export function baselineOf(battles: readonly JudgedBattle[]): string {
  const [first] = battles;
  const candidates = first === undefined ? [] : [first.a.versionId, first.b.versionId];
  const found = candidates.filter((model) =>
    battles.every(({ a, b }) => a.versionId === model || b.versionId === model),
  );
  const [baseline] = found;
  if (baseline !== undefined && found.length === 1) return baseline;
  throw new UserError({
    code: 'judge-baseline',
    message:
      found.length > 1
        ? `Either of ${found.join(' and ')} could be the baseline.`
        : 'No model is in all of the judged pairs, so it is not known which is the baseline.',
    hint: 'Name it with --baseline MODEL.',
    values: { candidates: found },
  });
}
