/** Progress of long work, e.g. a download or a conversion. */
export interface Progress {
  /** What is being worked on, e.g. a file name. */
  readonly label: string;
  readonly done: number;
  /** Undefined when the end is not known. */
  readonly total: number | undefined;
  readonly unit: 'bytes' | 'tokens' | 'samples' | 'steps';
}

/** Told of progress; must not throw. */
export type OnProgress = (progress: Progress) => void;
