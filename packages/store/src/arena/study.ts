/** `study`: fixed questions and answers; `free`: anyone's own prompts, answered live; `imported`: votes from a file. */
export type StudyMode = 'study' | 'free' | 'imported';

/** What makes a study's plan; the same design and seed give the same plan. */
export interface StudyDesign {
  /** Annotators per item. */
  readonly votesPerItem: number;
  /** Items in all; null: each pair of models on each question. */
  readonly items: number | null;
  /** Share of the items that get `votesPerItem` votes, the others one; 1: all. */
  readonly overlap: number;
  /** Gold items are mixed in: one after so many others; 0: none. */
  readonly goldEvery: number;
  readonly seed: number;
}

export interface Study {
  readonly id: string;
  readonly mode: StudyMode;
  readonly title: string;
  /** Null in free mode. */
  readonly questionSetId: string | null;
  /** Models of the study, in a fixed order. */
  readonly versionIds: readonly string[];
  readonly design: StudyDesign;
  /** Markdown for annotators, by language. */
  readonly instructions: Readonly<Record<string, string>>;
  /** Shown to an annotator who has done everything; null: none. */
  readonly completionCode: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
}

/** `regular` items are rated; `gold` and `training` items have an expected outcome and are not. */
export type ItemKind = 'regular' | 'gold' | 'training';

/** One question with two answers, to be voted on: fixed by the plan, sides not yet drawn. */
export interface StudyItem {
  readonly studyId: string;
  /** From 0, in the order of the plan. */
  readonly number: number;
  readonly kind: ItemKind;
  readonly questionId: string;
  readonly firstAnswerId: string;
  readonly secondAnswerId: string;
  /** Votes wanted. */
  readonly wanted: number;
  /** Expected outcome in terms of first and second (`a` is the first), and why; null for regular items. */
  readonly expected: Outcome | null;
  readonly explanation: string | null;
}

/** What an annotator says of two answers; a skipped item has no say in any rating. */
export const OUTCOMES = ['a', 'b', 'tie', 'both_bad', 'skip'] as const;
export type Outcome = (typeof OUTCOMES)[number];
