/** The needs that a model must meet to be considered, in the order they are told. */
export const NEED_NAMES = [
  'availability',
  'open-weights',
  'kind',
  'licence',
  'memory',
  'context',
  'speed',
  'language',
  'cost',
] as const;

/** One of the needs. */
export type NeedName = (typeof NEED_NAMES)[number];

/** A licence's condition that holds when the model is used as needed. */
export interface HeldCondition {
  readonly kind: string;
  readonly text: string;
  readonly licence: string;
  /** Id of the model along the lineage whose licence makes it. */
  readonly from: string;
}

/** Why a need is met, broken, or cannot be judged: a stable code with the numbers it is about. */
export type Reason =
  | { readonly code: 'unreleased' | 'no-card' | 'weights-closed' | 'weights-available' | 'hosted' }
  | { readonly code: 'kind'; readonly kind: string }
  | {
      readonly code: 'licence-allows' | 'licence-forbids' | 'licence-conditional' | 'licence-unknown';
      /** Ids of the models whose licences decide. */
      readonly decidedBy: readonly string[];
      readonly conditions: readonly HeldCondition[];
      readonly note: string | null;
    }
  | {
      /** More monthly users than the licence allows; as many as may be more a day than it allows. */
      readonly code: 'user-cap' | 'daily-user-cap';
      readonly cap: number;
      readonly users: number;
      readonly from: string;
      readonly conditions: readonly HeldCondition[];
    }
  /** The licence excludes to offer the model itself to others. */
  | { readonly code: 'no-hosting'; readonly from: string; readonly conditions: readonly HeldCondition[] }
  | { readonly code: 'memory'; readonly bytes: number; readonly limit: number; readonly quantization: string }
  | { readonly code: 'context'; readonly tokens: number; readonly needed: number }
  | { readonly code: 'speed'; readonly tokensPerSecond: number; readonly needed: number; readonly quantization: string }
  | { readonly code: 'languages'; readonly known: readonly string[]; readonly missing: readonly string[] }
  | { readonly code: 'cost'; readonly usd: number; readonly limit: number; readonly date: string }
  /** The card does not say it. */
  | { readonly code: 'not-known'; readonly what: 'architecture' | 'context' | 'price' | 'currency' | 'kind' }
  /** The question does not arise: memory of a hosted model, price of one that is run at home. */
  | { readonly code: 'not-applicable' };

/** What one need finds of one model. */
export interface Finding {
  readonly need: NeedName;
  readonly outcome: 'met' | 'broken' | 'unknown';
  readonly reason: Reason;
  /** Where the facts were read. */
  readonly sources: readonly string[];
}
