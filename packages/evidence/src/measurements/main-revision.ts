const COMMIT = /^[\da-f]{7,40}$/u;

/**
 * Whether a revision of a repository stands for the weights that its card is about: none, `main`, or a commit, by which people pin what `main` is.
 * Other branches and tags hold other weights: a checkpoint of the training (`step1000`), another format (`gptq-4bit`).
 */
export function isMainRevision(revision: string | undefined): boolean {
  return revision === undefined || revision === 'main' || COMMIT.test(revision);
}
