import type { Decoding } from '@understudy/core';
import type { LogitsProcessor } from './logits-processor.js';
import { countPenalties, repetitionPenalty } from './penalties.js';

/** What a request does to logits before its sampling, in the order that `Decoding` documents. */
export function logitsProcessors(decoding: Decoding = {}): readonly LogitsProcessor[] {
  const {
    repetitionPenalty: penalty,
    repetitionWindow,
    presencePenalty: presence = 0,
    frequencyPenalty: frequency = 0,
  } = decoding;
  const processors: LogitsProcessor[] = [];
  if (penalty !== undefined) processors.push(repetitionPenalty(penalty, repetitionWindow));
  if (presence !== 0 || frequency !== 0) processors.push(countPenalties({ presence, frequency }));
  return processors;
}
