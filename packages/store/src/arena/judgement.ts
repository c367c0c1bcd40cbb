/** How a judge is asked: two answers, one answer for 1–10, or one answer against a fixed baseline with five labels. */
export type JudgeMode = 'pairwise' | 'single' | 'baseline';

/** A model with a prompt that judges. Never changed: another prompt is another judge. */
export interface Judge {
  readonly id: string;
  /** Model spec. */
  readonly spec: string;
  /** Content identity or what the server reports. */
  readonly identity: string;
  readonly mode: JudgeMode;
  /** Name of the prompt template, and SHA-256 of its text. */
  readonly prompt: string;
  readonly promptHash: string;
  /** JSON of the decoding settings. */
  readonly decoding: string;
  readonly parserVersion: number;
  readonly createdAt: number;
}

/** `ok` has a verdict; the other states are never ties. */
export type JudgementState = 'ok' | 'unparsed' | 'refused' | 'error';

/** `first` and `second` are by the order shown to the judge; five labels where the judge knows them (A≫B … B≫A). */
export type Verdict = 'first' | 'first_much' | 'second' | 'second_much' | 'tie' | 'both_bad';

/** One thing a judge said. Unique by judge, question, turn, the two answers in the order shown, and run. */
export interface Judgement {
  readonly id: string;
  readonly judgeId: string;
  readonly questionId: string;
  /** Up to and with this turn, from 1. */
  readonly turn: number;
  readonly firstAnswerId: string;
  /** Null for `single`. */
  readonly secondAnswerId: string | null;
  readonly run: number;
  readonly state: JudgementState;
  readonly verdict: Verdict | null;
  /** 1–10 for `single`; for judges with log-probabilities the preference for the first in 0..1 otherwise; null: none. */
  readonly score: number | null;
  /** What the judge wrote. */
  readonly raw: string;
  readonly promptTokens: number | null;
  readonly generatedTokens: number | null;
  /** In USD; null: not known. */
  readonly cost: number | null;
  readonly latencyMs: number | null;
  readonly at: number;
}
