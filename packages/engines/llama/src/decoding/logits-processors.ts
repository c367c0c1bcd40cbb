import type { Decoding } from '@understudy/core';
import type { Vocabulary } from '../context/vocabulary.js';
import { fewestTokens } from './fewest-tokens.js';
import type { LogitsProcessor } from './logits-processor.js';
import { noRepeatNgrams } from './no-repeat-ngrams.js';
import { countPenalties, repetitionPenalty } from './penalties.js';

/** What a request does to logits before its constraint and its sampling, in the order that `Decoding` documents. */
export function logitsProcessors(
  decoding: Decoding = {},
  vocabulary: Pick<Vocabulary, 'endTokens'>,
): readonly LogitsProcessor[] {
  const { repetitionPenalty: penalty, repetitionWindow, noRepeatNgramSize, minNewTokens } = decoding;
  const { presencePenalty: presence = 0, frequencyPenalty: frequency = 0 } = decoding;
  const processors: LogitsProcessor[] = [];
  if (penalty !== undefined) processors.push(repetitionPenalty(penalty, repetitionWindow));
  if (presence !== 0 || frequency !== 0) processors.push(countPenalties({ presence, frequency }));
  if (noRepeatNgramSize !== undefined) processors.push(noRepeatNgrams(noRepeatNgramSize));
  if (minNewTokens !== undefined) processors.push(fewestTokens(minNewTokens, vocabulary.endTokens));
  return processors;
}
