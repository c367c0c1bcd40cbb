/** Questions that are asked together. Frozen once a study over them has opened. */
export interface QuestionSet {
  readonly id: string;
  readonly title: string;
  /** Where the questions are from. */
  readonly source: string;
  readonly licence: string | null;
}

/** A question of one or more turns. */
export interface Question {
  /** Unique in the store: `SET/ID`. */
  readonly id: string;
  readonly setId: string;
  /** What it tests, e.g. `writing`; MT-Bench calls it category. */
  readonly aspect: string;
  /** BCP 47, e.g. `en`, `zh`. */
  readonly language: string;
  /** What the user says, turn by turn. */
  readonly turns: readonly string[];
  /** A reference answer for each turn, where there is one. */
  readonly reference: readonly string[] | null;
  /** True when a person has checked the reference: only then a judge may use it as truth. */
  readonly referenceChecked: boolean;
}

/** What a model version answered. Unique by question, version and sample number. */
export interface Answer {
  readonly id: string;
  readonly questionId: string;
  readonly versionId: string;
  /** 0 for the first answer to a question. */
  readonly sample: number;
  /** Answer to each turn. */
  readonly turns: readonly string[];
  /** Tokens of all turns; null when not known. */
  readonly tokens: number | null;
  readonly finishReason: string | null;
  readonly latencyMs: number | null;
  /** In USD; null: not known. */
  readonly cost: number | null;
  /** True when the answer names its own model or maker (excluded by default, shown in the audit). */
  readonly identityLeak: boolean;
}
