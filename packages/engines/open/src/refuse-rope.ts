import { UserError, type RopeSettings } from '@understudy/core';

/**
 * Refuses settings of positions that contradict each other.
 * @throws UserError `rope-settings`
 */
export function refuseRope(rope: RopeSettings = {}): void {
  const { scaling, scale, ...others } = rope;
  const yarn = [others.yarnOrigCtx, others.yarnExtFactor, others.yarnBetaFast, others.yarnBetaSlow];
  const problem =
    scaling === 'none' && scale !== undefined && scale !== 1
      ? '--rope-scale stretches nothing with --rope-scaling none'
      : scaling !== undefined && scaling !== 'yarn' && yarn.some((value) => value !== undefined)
        ? `--yarn-… says nothing with --rope-scaling ${scaling}`
        : undefined;
  if (problem === undefined) return;
  throw new UserError({
    code: 'rope-settings',
    message: `${problem}.`,
    hint: 'Leave one of them out, or use --rope-scaling yarn.',
  });
}
