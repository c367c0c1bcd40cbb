/** A repository of the data hub. */
export interface Repo {
  readonly type: 'model' | 'dataset';
  /** `owner/name`. */
  readonly name: string;
}

/** A file of a repository at one commit. */
export interface RepoFile {
  /** Path inside the repository, with `/`. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Where the hub says it, i.e. for large files; lower-case hexadecimal. */
  readonly sha256?: string | undefined;
}

/** The state of a repository at one commit. */
export interface Snapshot {
  readonly repo: Repo;
  /** The branch, tag or commit that was asked for. */
  readonly revision: string;
  readonly commit: string;
  readonly files: readonly RepoFile[];
}
