// @ts-check

/**
 * Sources that a reader can look up: the articles that the table was begun from are known by its own file names alone.
 * @param {readonly string[]} sources
 */
export function readable(sources) {
  const kept = sources.filter((source) => !source.startsWith('seed:'));
  return kept.length === 0 ? ['unverified'] : kept;
}
