import type { SampleScore } from '../sample.js';

/** What the samples of a task can be sorted and filtered by: `acc,none` (a metric under a filter), or a measure of ours. */
export interface SampleColumn {
  /** `metric,filter`, or `margin` or `characters`. */
  readonly name: string;
  /**
   * `metric`: a metric's value; `margin`: of several log-likelihoods the right one's minus the best wrong one's, in nats, where the metrics
   * tell which is right, else the best minus the second best; `characters`: length of the generated texts.
   */
  readonly kind: 'metric' | 'margin' | 'characters';
  /** Samples that have a value. */
  readonly count: number;
  readonly least: number;
  readonly largest: number;
  /** True when all values are 0 or 1. */
  readonly isBinary: boolean;
}

/** What a reader should know of a sample, to filter by. */
export const SAMPLE_MARKS = ['failed', 'truncatedPrompt', 'truncatedAnswer', 'noAnswer', 'tie', 'cached'] as const;

/** One of the marks. */
export type SampleMark = (typeof SAMPLE_MARKS)[number];

/** Which samples of a task, in which order. */
export interface SampleQuery {
  readonly runId: string;
  readonly task: string;
  /** Only samples whose value in a column lies between these, both included. */
  readonly range?:
    | { readonly column: string; readonly least?: number | undefined; readonly largest?: number | undefined }
    | undefined;
  /** Only samples that bear at least one of these marks. */
  readonly marks?: readonly SampleMark[] | undefined;
  /** By document unless a column is named; samples without a value come last. */
  readonly sort?: { readonly column: string; readonly direction: 'ascending' | 'descending' } | undefined;
  /** Rows of the page, 50 by default. */
  readonly limit?: number | undefined;
  /** Which page: what another one gave as `next` or `previous`; the first one without it. */
  readonly cursor?: string | undefined;
}

/** A line of the list of samples: small, without the texts. */
export interface SampleRow extends SampleScore {
  /** By column; absent where the sample has no value. */
  readonly values: Readonly<Record<string, number>>;
}

/** Where a page stands among all rows that fit its query. */
export interface PagePlace {
  /** Cursor of the page before; undefined on the first one. */
  readonly previous: string | undefined;
  /** Cursor of the page after; undefined on the last one. */
  readonly next: string | undefined;
  /** Rows before this page. */
  readonly before: number;
  /** Rows that fit the query, over all pages. */
  readonly total: number;
}

/** A page of samples. */
export interface SamplePage extends PagePlace {
  readonly rows: readonly SampleRow[];
}

/** Where a sample stands in the order of a query. */
export interface SampleNeighbours {
  /** Samples before it; undefined when it does not fit the query itself. */
  readonly position: number | undefined;
  /** Document of the sample before it; undefined for the first one. */
  readonly previous: number | undefined;
  /** Document of the sample after it; undefined for the last one. */
  readonly next: number | undefined;
  /** Samples that fit the query. */
  readonly total: number;
}

/** How two runs did on one document, by a column: for a metric of 0 and 1 which of them was right. */
export const PAIR_OUTCOMES = ['both', 'neither', 'only-first', 'only-second', 'different'] as const;

/** One of the outcomes; `different`: the values differ, whatever they are. */
export type PairOutcome = (typeof PAIR_OUTCOMES)[number];

/** Which documents of two runs. */
export interface PairQuery {
  readonly firstRun: string;
  readonly secondRun: string;
  readonly task: string;
  readonly column: string;
  readonly outcome?: PairOutcome | undefined;
  /** By document, or by the difference first − second. */
  readonly sort?: 'document' | 'ascending' | 'descending' | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Documents on which two runs are compared; documents are the same when their hashes are. */
export interface PairPage extends PagePlace {
  readonly rows: readonly {
    /** In the first run. */
    readonly docId: number;
    /** In the second run: another number where its rows are ordered or selected differently. */
    readonly secondDocId: number;
    readonly first: number;
    readonly second: number;
    /** Whether both were asked with the same prompt. */
    readonly samePrompt: boolean;
  }[];
}

/** How many documents of two runs fall under each outcome. */
export interface PairCounts {
  /** Documents of both runs. */
  readonly matched: number;
  readonly onlyInFirst: number;
  readonly onlyInSecond: number;
  readonly promptsDiffering: number;
  /** Matched documents without a value in one run or in both; what follows is about the others. */
  readonly withoutValue: number;
  /** Documents whose values differ. */
  readonly different: number;
  /** Undefined unless all values are 0 or 1. */
  readonly binary:
    | { readonly both: number; readonly neither: number; readonly onlyFirst: number; readonly onlySecond: number }
    | undefined;
  /** Sums over these documents of the values in both runs. */
  readonly sumOfFirst: number;
  readonly sumOfSecond: number;
  /** Sums over these documents of first − second and of its square, from which a paired interval follows. */
  readonly sumOfDifferences: number;
  readonly sumOfSquares: number;
}

/** Samples, page by page in any order, fast on a million of them. */
export interface SampleBrowser {
  /** The columns of a task's samples, in the order of the task's metrics. */
  sampleColumns(runId: string, task: string): Promise<readonly SampleColumn[]>;
  browseSamples(query: SampleQuery): Promise<SamplePage>;
  /** What stands before and after a sample; `limit` and `cursor` do not count. */
  sampleNeighbours(query: SampleQuery & { readonly docId: number }): Promise<SampleNeighbours>;
  browsePairs(query: PairQuery): Promise<PairPage>;
  countPairs(query: Pick<PairQuery, 'firstRun' | 'secondRun' | 'task' | 'column'>): Promise<PairCounts>;
}
