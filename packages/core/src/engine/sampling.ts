/**
 * How the next token is chosen. `temperature` 0 is greedy and ignores the others. They apply in the order of transformers:
 * temperature, top-k, top-p, min-p, typical; each sees the distribution that the one before has left.
 */
export interface Sampling {
  readonly temperature: number;
  /** Keep the k most probable tokens; 0 keeps all. */
  readonly topK: number;
  /** Keep the smallest set whose probability reaches p; 1 keeps all. */
  readonly topP: number;
  /** Drop tokens less probable than this share of the best one; 0 keeps all. */
  readonly minP: number;
  /** Keep the tokens whose surprisal is nearest to the entropy, up to this probability (Meister et al. 2023); 1 keeps all. */
  readonly typicalP?: number | undefined;
  readonly seed: number;
}
