import type { TieRule } from '@understudy/statistics';

/** Ways to rate: Bradley–Terry is the one to rank by; Elo depends on the order of votes; Davidson estimates how ties come about. */
export const RATING_METHODS = ['bradley-terry', 'elo', 'davidson'] as const;
export type RatingMethod = (typeof RATING_METHODS)[number];

/**
 * Ways to rank: `simultaneous` tells no two models apart wrongly, with the confidence of the intervals for all pairs together; `overlap` counts
 * the models whose whole interval lies above or below, as the public Chatbot Arena does; `bootstrap` has the quantiles of the rank over the
 * rounds of the bootstrap.
 */
export const RANK_RULES = ['simultaneous', 'overlap', 'bootstrap'] as const;
export type RankRule = (typeof RANK_RULES)[number];

export interface RateBattlesOptions {
  /** Default `bradley-terry`. */
  readonly method?: RatingMethod | undefined;
  /** A tie is half a win for each, or left out; not for Davidson. Default `half`. */
  readonly ties?: TieRule | undefined;
  /**
   * Columns whose values votes may depend on each other by, one or two; none: votes are independent. Default: `question_id` and `judge`,
   * each where some value has several votes and there are several values. Not for Elo.
   */
  readonly cluster?: readonly string[] | undefined;
  /** A model whose rating is given; default: the mean of all is 1000. Not for Elo. */
  readonly anchor?: { readonly model: string; readonly rating: number } | undefined;
  /** Rounds of a bootstrap that intervals and standard errors come from; `simultaneous` ranks stay those of the sandwich. Not for Elo. */
  readonly bootstrap?: number | undefined;
  /** Default `simultaneous`; `bootstrap` needs rounds. Not for Elo. */
  readonly ranks?: RankRule | undefined;
  /** Seed of the bootstrap and of Elo's shuffles, 0 by default. */
  readonly seed?: number | undefined;
  /** Elo's K, 16 by default. */
  readonly k?: number | undefined;
  /** Elo's rating before the first vote, 1000 by default. */
  readonly initial?: number | undefined;
  /** Patterns of judges' names whose votes count, see `matchNames`. */
  readonly judges?: string | undefined;
  /** 0.95 by default. */
  readonly confidence?: number | undefined;
}
