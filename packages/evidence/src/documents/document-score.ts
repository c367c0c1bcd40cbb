/** How a model did on one document of a task. */
export interface DocumentScore {
  /** SHA-256 of the document: equal for the same document in two runs. */
  readonly document: string;
  /** Equal for documents that share their text, such as questions on one passage: they are not independent of each other. */
  readonly cluster: string;
  readonly value: number;
}

/** Which number of which run. */
export interface ScoredColumn {
  readonly runId: string;
  /** A leaf task, or a group whose leaves are taken together. */
  readonly task: string;
  readonly metric: string;
  readonly filter: string;
}
