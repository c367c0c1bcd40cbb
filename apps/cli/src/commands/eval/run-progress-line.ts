import type { RunEvent } from '@understudy/evaluate';
import type { Messages } from '../../messages/messages.js';
import { formatCount } from '../../terminal/format-count.js';
import { tokenShare } from '../token-share.js';
import { formatAmount } from '../service-text.js';
import { formatDuration } from '../../terminal/format-duration.js';

/** Where a run began; what was stored before it counts neither for the pace nor for the time left. */
export interface RunStart {
  readonly stored: number;
  /** Milliseconds of the session when the first document could begin. */
  readonly elapsedMs: number;
}

/**
 * One line for a run under way: documents done, tokens a second (each computed token once), the share of the prompts'
 * tokens that did not have to be computed, and the time left at the present pace.
 */
export function runProgressLine(
  event: Extract<RunEvent, { type: 'progress' }>,
  start: RunStart,
  { progress: texts }: Messages,
): string {
  const { done, total, counters } = event;
  const elapsedMs = event.elapsedMs - start.elapsedMs;
  const parts = [`${formatCount(done)} / ${formatCount(total)}  ${Math.floor((100 * done) / Math.max(total, 1))}%`];
  const { uniqueTokens: computed } = counters;
  if (elapsedMs > 0 && computed > 0)
    parts.push(`${formatCount((1000 * computed) / elapsedMs)} ${texts.tokensPerSecond}`);
  const { service } = counters;
  if (service !== undefined) {
    if (service.cost !== null) parts.push(formatAmount(service.cost, service.currency ?? ''));
    if (service.rateLimited > 0) parts.push(texts.rateLimited(formatCount(service.rateLimited)));
  } else if (counters.requestedTokens > 0) {
    parts.push(`${texts.shared} ${tokenShare(counters).share}`);
  }
  const documents = done - start.stored;
  if (documents > 0 && done < total)
    parts.push(`${formatDuration((elapsedMs / documents) * (total - done))} ${texts.remaining}`);
  return parts.join('  ');
}
