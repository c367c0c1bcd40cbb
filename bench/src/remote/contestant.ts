/** One evaluation against the mock server. */
export interface RemoteRun {
  readonly requests: number;
  /** The whole command, from its start to its end. */
  readonly wholeMs: number;
  /** Inside the model's method; undefined where that cannot be told apart. */
  readonly insideMs?: number | undefined;
  /** Most resident memory of the process tree, in bytes. */
  readonly peakBytes: number | undefined;
}

/** What a run is about. */
export interface RemoteRunOptions {
  readonly baseUrl: string;
  readonly task: { readonly name: string; readonly folder: string };
  readonly requests: number;
  readonly concurrency: number;
}

/** Something that can evaluate a model behind an API. */
export interface RemoteContestant {
  readonly name: string;
  /** Why it cannot run here; undefined when it can. */
  readonly obstacle: () => string | undefined;
  /** Throws `EngineError` when it fails. */
  readonly run: (options: RemoteRunOptions) => Promise<RemoteRun>;
}
