import { estimateJudge, type Game, type OpenJudge } from '@understudy/arena';
import type { ArenaStore } from '@understudy/store';
import { EXIT } from '../../errors/exit-codes.js';
import { formatCount } from '../../terminal/format-count.js';
import { printJson } from '../../terminal/print-json.js';
import type { CommandContext } from '../command-context.js';
import { formatAmount } from '../service-text.js';

/** Prints what a judge would be asked and what that may cost; returns the exit code. */
export async function printDryRun(
  {
    judge,
    games,
    store,
    json,
  }: { readonly judge: OpenJudge; readonly games: readonly Game[]; readonly store: ArenaStore; readonly json: boolean },
  { messages: { judge: texts }, stdout }: CommandContext,
): Promise<number> {
  const estimate = await estimateJudge(store, judge, games);
  if (json) {
    printJson(stdout, { judge: judge.judge.id, form: judge.form, ...estimate });
    return EXIT.done;
  }
  const { cost, costPer1000, pending, stored, questions, models, promptTokens } = estimate;
  const lines = [
    texts.opened(judge.judge.id, judge.form),
    texts.plan(formatCount(games.length), formatCount(questions), formatCount(models)),
    texts.planLeft(formatCount(stored), formatCount(pending)),
    texts.planTokens(formatCount(promptTokens)),
    cost === null || costPer1000 === null
      ? texts.planNoPrice
      : texts.planCost(formatAmount(cost, ''), formatAmount(costPer1000, '')),
  ];
  stdout.write(`${lines.join('\n')}\n`);
  return EXIT.done;
}
