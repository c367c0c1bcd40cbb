import type { GenerateRequest } from './generate.js';

/**
 * Settings that make the next token another one than the most probable, by the names of transformers' `generate` and, where that
 * has none, of vLLM's sampling parameters and llama.cpp. Engines say by these names what they can do.
 */
export const DECODING_SETTINGS = [
  'temperature',
  'top_k',
  'top_p',
  'min_p',
  'typical_p',
  'repetition_penalty',
  'presence_penalty',
  'frequency_penalty',
] as const;
export type DecodingSetting = (typeof DECODING_SETTINGS)[number];

/**
 * What else decides the next token beside `Sampling`, for greedy texts as for sampled ones; what is left out is off. The order is
 * that of transformers 4.57 (`_get_logits_processor`), presence and frequency put in where vLLM has them: repetition penalty,
 * presence and frequency penalty; then, when texts are sampled, what `Sampling` says.
 */
export interface Decoding {
  /**
   * Divides the positive logits of tokens of the prompt and of the text by this, and multiplies the negative ones (Keskar et al.
   * 2019; transformers, `RepetitionPenaltyLogitsProcessor`).
   */
  readonly repetitionPenalty?: number | undefined;
  /** Looks only at so many last tokens of prompt and text for it (llama.cpp, `repeat_last_n`); all of them by default. */
  readonly repetitionWindow?: number | undefined;
  /** Subtracted from the logits of tokens that the text has already; the prompt does not count (OpenAI, vLLM). */
  readonly presencePenalty?: number | undefined;
  /** Subtracted from a token's logit for each time that the text has it; the prompt does not count (OpenAI, vLLM). */
  readonly frequencyPenalty?: number | undefined;
}

/** The settings that a request makes use of; an engine that cannot do one of them must refuse the request. */
export function usedSettings({
  sampling,
  decoding = {},
}: Pick<GenerateRequest, 'sampling' | 'decoding'>): readonly DecodingSetting[] {
  const isSampled = sampling.temperature > 0;
  const uses: Readonly<Record<DecodingSetting, boolean>> = {
    temperature: isSampled,
    top_k: isSampled && sampling.topK > 0,
    top_p: isSampled && sampling.topP < 1,
    min_p: isSampled && sampling.minP > 0,
    typical_p: isSampled && (sampling.typicalP ?? 1) < 1,
    repetition_penalty: decoding.repetitionPenalty !== undefined,
    presence_penalty: decoding.presencePenalty !== undefined,
    frequency_penalty: decoding.frequencyPenalty !== undefined,
  };
  return DECODING_SETTINGS.filter((setting) => uses[setting]);
}
