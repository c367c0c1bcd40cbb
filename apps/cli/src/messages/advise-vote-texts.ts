/** A sentence about votes on a model: its win rate, votes and the questions that they are on come formatted. */
type Said = (model: string, reference: string, rate: string, votes: string, questions: string) => string;

/** The texts of `understudy advise` about people's votes. */
export interface AdviseVoteTexts {
  readonly heading: (reference: string, margin: string, confidence: string) => string;
  readonly columns: Readonly<Record<'aspect' | 'winRate' | 'votes' | 'needed' | 'study', string>>;
  readonly outcomes: Readonly<Record<'non-inferior' | 'inferior' | 'undecided', string>>;
  readonly allAspects: string;
  /** Of votes that a file says somebody cast. */
  readonly fromFile: string;
  /** What the models were called there. */
  readonly calledThere: (model: string, version: string) => string;
  readonly agree: Said;
  readonly contradict: Said;
  readonly standsIn: Said;
  readonly fallsShort: Said;
  readonly tooFew: (model: string, votes: string, questions: string) => string;
  readonly tooFewWouldDo: (model: string, votes: string, questions: string, needed: string) => string;
  readonly divided: (model: string) => string;
  readonly weakSpot: (rate: string, votes: string, study: string) => string;
  readonly unknown: (names: string) => string;
  readonly next: (model: string, reference: string, votes: string) => string;
}
