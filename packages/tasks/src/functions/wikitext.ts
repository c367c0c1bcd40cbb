import { scoreRolling } from '../metrics/score-rolling.js';
import type { MetricValues } from '../metrics/metric-value.js';
import type { PythonValue } from '../python/python-value.js';
import { substitute } from '../python/regex/substitute.js';
import { ROLLING_METRICS } from '../metrics/score-rolling.js';
import { textColumn } from './document-columns.js';
import type { FunctionDocument } from './task-function.js';

type Rule = (text: string) => string;

const replace =
  (from: string, to: string): Rule =>
  (text) =>
    text.replaceAll(from, to);
const replacePattern =
  (pattern: string, to: string): Rule =>
  (text) =>
    substitute(pattern, to, text);

/** In this order. */
const RULES: readonly Rule[] = [
  replace("s '", "s'"),
  // Literal slashes, in pattern and replacement: in effect it never applies, but it is part of the reference.
  replacePattern("/' [0-9]/", "/'[0-9]/"),
  replace(' @-@ ', '-'),
  replace(' @,@ ', ','),
  replace(' @.@ ', '.'),
  ...[':', ';', '.', '!', '?', ','].map((mark) => replace(` ${mark} `, `${mark} `)),
  replacePattern('\\(\\s*([^\\)]*?)\\s*\\)', '(\\1)'),
  replacePattern('\\[\\s*([^\\]]*?)\\s*\\]', '[\\1]'),
  replacePattern('{\\s*([^}]*?)\\s*}', '{\\1}'),
  replacePattern('\\"\\s*([^\\"]*?)\\s*\\"', '"\\1"'),
  replacePattern("'\\s*([^']*?)\\s*'", "'\\1'"),
  replace('= = = =', '===='),
  replace('= = =', '==='),
  replace('= =', '=='),
  replace(' ° ', '°'),
  replace(' \n', '\n'),
  replace('\n ', '\n'),
  replace(' N ', ' 1 '),
  replace(" 's", "'s"),
];

/** WikiText's page with its spaces around punctuation undone: what the model scores. */
export function detokenize(document: FunctionDocument): string {
  return RULES.reduce((text, rule) => rule(text), textColumn(document, 'page'));
}

/** The log-likelihood with the words and bytes of the page before detokenising, so that vocabularies compare. */
export function processResults(document: FunctionDocument, results: readonly PythonValue[]): MetricValues {
  return scoreRolling(Number(results[0]), textColumn(document, 'page'), new Set(ROLLING_METRICS));
}
