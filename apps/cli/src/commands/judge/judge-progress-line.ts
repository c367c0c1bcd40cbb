import type { JudgeProgress } from '@understudy/arena';
import type { Messages } from '../../messages/messages.js';
import { formatCount } from '../../terminal/format-count.js';
import { formatAmount } from '../service-text.js';

/** One line on how far a judge is: games, what had no verdict, what was spent. */
export function judgeProgressLine({ done, total, states, cost }: JudgeProgress, texts: Messages['judge']): string {
  const { unparsed, refused, error } = states;
  const hasFailures = unparsed + refused + error > 0;
  const failures = hasFailures ? texts.failures(formatCount(unparsed), formatCount(refused), formatCount(error)) : '';
  const spent = cost === null ? '' : texts.spent(formatAmount(cost, ''));
  return texts.progress({ done: formatCount(done), total: formatCount(total), left: failures + spent });
}
