import type { LogitsProcessor } from './logits-processor.js';

/**
 * Makes tokens of prompt and text less likely: positive logits are divided by the penalty, negative ones multiplied by it, once a
 * token, however often it stands there (Keskar et al. 2019, CTRL, arXiv:1909.05858; transformers, `RepetitionPenaltyLogitsProcessor`).
 * `window` looks at so many last tokens only (llama.cpp, `repeat_last_n`). In float32, as both do.
 */
export function repetitionPenalty(penalty: number, window?: number): LogitsProcessor {
  const factor = Math.fround(penalty);
  return (row, { tokens }) => {
    const recent = window === undefined ? tokens : tokens.slice(Math.max(0, tokens.length - window));
    for (const token of new Set(recent)) {
      const logit = row[token] ?? 0;
      row[token] = logit < 0 ? logit * factor : logit / factor;
    }
  };
}

/**
 * Lowers the logits of tokens that the text has: by `presence` once, by `frequency` for each time. The prompt does not count
 * (OpenAI's API reference, `presence_penalty` and `frequency_penalty`; vLLM, `SamplingParams`; llama.cpp counts it).
 */
export function countPenalties({
  presence,
  frequency,
}: {
  readonly presence: number;
  readonly frequency: number;
}): LogitsProcessor {
  return (row, { textCounts }) => {
    for (const [token, count] of textCounts) row[token] = (row[token] ?? 0) - frequency * count - presence;
  };
}
