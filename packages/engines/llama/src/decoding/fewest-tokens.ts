import type { LogitsProcessor } from './logits-processor.js';

/** Rules out the tokens that end a text until it has `count` tokens (transformers, `MinNewTokensLengthLogitsProcessor`). */
export function fewestTokens(count: number, endTokens: readonly number[]): LogitsProcessor {
  return (row, { textLength }) => {
    if (textLength >= count) return;
    for (const token of endTokens) row[token] = -Infinity;
  };
}
