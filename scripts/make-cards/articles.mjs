// @ts-check

/**
 * The articles that the tables were begun from, by the tables' own file names, as a reader can tell them.
 * @type {Readonly<Record<string, string>>}
 */
const ARTICLES = {
  'seed:000_f4546cbadcd96baf.txt': 'arxiv:2311.16989',
  'seed:001_c3295f40f6f9d21d.txt': 'an article on large language models (001_c3295f40f6f9d21d)',
  'seed:002_611d32645c2a9c45.txt': 'an article on ten open models (002_611d32645c2a9c45)',
  'seed:003_359ddca21eb709f6.txt': 'arxiv:2308.14149',
  'seed:004_611307b43c98a8b2.txt': 'an article on arxiv:2311.16989 (004_611307b43c98a8b2)',
};

/**
 * A source of a claim or a score; a source that is no article stays as it is.
 * @param {string} source
 */
export function articleName(source) {
  return ARTICLES[source] ?? source;
}
