import type { GeneratePrompt } from './generate-prompt.js';
import type { Sampling } from './sampling.js';

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
  'no_repeat_ngram_size',
  'min_new_tokens',
  'guidance_scale',
  'grammar',
  'json_schema',
  'num_beams',
] as const;
export type DecodingSetting = (typeof DECODING_SETTINGS)[number];

/**
 * Classifier-free guidance (Sanchez et al. 2023; transformers, `UnbatchedClassifierFreeGuidanceLogitsProcessor`): log-probabilities become
 * scale · with − (scale − 1) · without, where "without" is what the model says after the negative prompt. With a negative prompt that
 * lacks the context this is context-aware decoding (Shi et al. 2023, "Trusting your evidence"), whose α is scale − 1.
 */
export interface Guidance {
  readonly scale: number;
  /** Undefined: the prompt's last token alone. */
  readonly negativePrompt: GeneratePrompt | undefined;
}

/** What a text must be like: only tokens that go on with it can be chosen, and it ends only when it is complete. */
export type Constraint =
  /** A grammar in llama.cpp's GBNF, with a rule named `root`. */
  | { readonly kind: 'grammar'; readonly grammar: string }
  /** A JSON schema, as JSON text. */
  | { readonly kind: 'json-schema'; readonly schema: string };

/** Beam search as transformers defines it. */
export interface BeamSearchSettings {
  /** Beams that are kept at each step, at least 2. */
  readonly count: number;
  /** A text's score is its log-probability divided by its number of tokens to this power; above 0 favours longer texts. */
  readonly lengthPenalty: number;
  /**
   * True ends when as many texts as beams are complete; false, when no running beam is better than the worst of them at its present
   * length; `never`, when none could become better at any length.
   */
  readonly earlyStopping: boolean | 'never';
}

/**
 * What else decides the next token beside `Sampling`, for greedy texts as for sampled ones; what is left out is off. The order is
 * that of transformers 4.57 (`_get_logits_processor`), presence and frequency penalty put in where vLLM has them: guidance, repetition
 * penalty, presence and frequency penalty, n-grams, fewest tokens, constraint; then, when texts are sampled, what `Sampling` says.
 */
export interface Decoding {
  readonly guidance?: Guidance | undefined;
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
  /** No sequence of so many tokens comes twice in prompt and text (transformers, `NoRepeatNGramLogitsProcessor`). */
  readonly noRepeatNgramSize?: number | undefined;
  /** The text does not end by itself before it has so many tokens (transformers, `MinNewTokensLengthLogitsProcessor`). */
  readonly minNewTokens?: number | undefined;
  readonly constraint?: Constraint | undefined;
  /** Looks for the most probable text instead of taking the most probable token; greedy texts only. */
  readonly beams?: BeamSearchSettings | undefined;
}

/** How a text's tokens are chosen. */
export interface TokenChoice {
  readonly sampling: Sampling;
  readonly decoding?: Decoding | undefined;
}

/** The settings that a request makes use of; an engine that cannot do one of them must refuse the request. */
export function usedSettings({ sampling, decoding = {} }: TokenChoice): readonly DecodingSetting[] {
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
    no_repeat_ngram_size: decoding.noRepeatNgramSize !== undefined,
    min_new_tokens: decoding.minNewTokens !== undefined,
    guidance_scale: decoding.guidance !== undefined,
    grammar: decoding.constraint?.kind === 'grammar',
    json_schema: decoding.constraint?.kind === 'json-schema',
    num_beams: decoding.beams !== undefined,
  };
  return DECODING_SETTINGS.filter((setting) => uses[setting]);
}
