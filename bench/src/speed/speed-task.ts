/** A way to run Understudy. */
export interface Variant {
  readonly name: string;
  readonly args: readonly string[];
  /** Times as fast as the reference harness a document it is asked to be; undefined for what is measured for another reason. */
  readonly target?: number;
  /** Rounds, where fewer do. */
  readonly rounds?: number;
}

/** How `llama-perplexity` is run on a task: the fastest of the settings tried (16 sequences together for short documents, 4 for long). */
export interface PerplexityOptions {
  readonly mode: 'hellaswag' | 'multiple-choice';
  /** Sequences that are decoded together: choices of a document times documents. */
  readonly parallel: number;
  /** Tokens a sequence; the tool makes room for `parallel` times as many, shared by all. */
  readonly contextTokens: number;
  /** Documents a leaf task where it would take too long on all of them. */
  readonly few?: number;
}

/** What is measured on one benchmark. */
export interface SpeedTask {
  readonly name: string;
  readonly leaves: readonly string[];
  readonly shots: number;
  /** Documents a leaf task of the small run; the large one has three times as many. */
  readonly few: number;
  /** The same for `--quick`. */
  readonly quickFew: number;
  readonly variants: readonly Variant[];
  readonly perplexity?: PerplexityOptions;
  /** Share of the runtime's own matrix products that is asked for. */
  readonly shareTarget?: number;
}

export const PERPLEXITY_TARGET = 1.3;

const DETERMINISTIC: Variant = { name: 'understudy --deterministic', args: ['--deterministic'], rounds: 2 };
const understudy = (target: number): Variant => ({ name: 'understudy', args: [], target });

const MMLU_SUBJECTS = [
  'abstract_algebra',
  'anatomy',
  'college_computer_science',
  'econometrics',
  'high_school_mathematics',
  'philosophy',
  'professional_law',
  'virology',
];

/** Short ones first, so that an interrupted bench has most of its tables. */
export const SPEED_TASKS: readonly SpeedTask[] = [
  {
    name: 'hellaswag',
    leaves: ['hellaswag'],
    shots: 0,
    few: 100,
    quickFew: 12,
    variants: [understudy(2.5), DETERMINISTIC],
    perplexity: { mode: 'hellaswag', parallel: 16, contextTokens: 128 },
    shareTarget: 0.7,
  },
  {
    name: 'truthfulqa_mc1',
    leaves: ['truthfulqa_mc1'],
    shots: 0,
    few: 34,
    quickFew: 4,
    variants: [understudy(12)],
    perplexity: { mode: 'multiple-choice', parallel: 16, contextTokens: 128 },
  },
  {
    name: 'mmlu',
    leaves: MMLU_SUBJECTS.map((subject) => `mmlu_${subject}`),
    shots: 5,
    few: 17,
    quickFew: 2,
    variants: [understudy(5.5), DETERMINISTIC],
    // Without a prefix that documents share, it computes six times as many tokens as Understudy.
    perplexity: { mode: 'multiple-choice', parallel: 4, contextTokens: 768, few: 4 },
    shareTarget: 0.8,
  },
  {
    name: 'arc_challenge',
    leaves: ['arc_challenge'],
    shots: 25,
    few: 10,
    quickFew: 1,
    variants: [understudy(3.5)],
    perplexity: { mode: 'multiple-choice', parallel: 4, contextTokens: 512 },
  },
  {
    name: 'gsm8k',
    leaves: ['gsm8k'],
    shots: 5,
    // The documents between few and many fill whole batches of eight of the reference harness.
    few: 12,
    quickFew: 1,
    variants: [
      { ...understudy(2.5), rounds: 2 },
      { name: 'understudy llama native', args: ['--engine', 'llama', '--compute', 'native'], target: 4, rounds: 1 },
    ],
  },
];
