import type { FinishReason } from '@understudy/core';

const REASONS: Readonly<Record<string, FinishReason>> = {
  length: 'length',
  max_tokens: 'length',
  stop_sequence: 'stop',
  content_filter: 'filtered',
};

/**
 * Why an answer ended. OpenAI's `stop` is both a stop string and the model's own end; vLLM names the string beside it
 * (`stop_reason`), SGLang as `matched_stop`. Unknown reasons count as the model's own end.
 */
export function readFinishReason(reason: string, stopReason: unknown): FinishReason {
  const known = REASONS[reason];
  if (known !== undefined) return known;
  return typeof stopReason === 'string' ? 'stop' : 'end';
}
