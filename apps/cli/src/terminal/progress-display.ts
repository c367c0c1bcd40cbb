/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line that tells how far the work is, and lines that stay. */
export interface ProgressDisplay extends Disposable {
  /** Replaces the live line. */
  update(line: string): void;
  /** A line that stays above the live one. */
  note(line: string): void;
  /** Takes the live line away, because a result is to be printed. */
  clear(): void;
}
