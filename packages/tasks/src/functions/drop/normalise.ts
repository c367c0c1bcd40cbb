import { floatRepr } from '../../python/float-repr.js';
import { parsePythonFloat } from '../../python/parse-float.js';
import { substitute } from '../../python/regex/substitute.js';
import { splitWhiteSpace } from '../../python/white-space.js';

const PUNCTUATION = /[!-/:-@[-`{-~]/gu;

/**
 * DROP's normal form of an answer: lower case; words cut at spaces and hyphens; ASCII punctuation removed from words that
 * are no numbers; numbers as Python prints a float; without articles.
 */
export function normalise(answer: string): string {
  const words = answer.split(/ |-/u).map((word) => withoutArticles(fixNumber(withoutPunctuation(word.toLowerCase()))));
  return words.filter((word) => word !== '').join(' ');
}

/** True for what Python's `float` reads, `nan` and `inf` included. */
export function isNumber(word: string): boolean {
  return parsePythonFloat(word) !== undefined;
}

function withoutPunctuation(word: string): string {
  return isNumber(word) ? word : word.replace(PUNCTUATION, '');
}

function fixNumber(word: string): string {
  const number = parsePythonFloat(word);
  return number === undefined ? word : floatRepr(number);
}

function withoutArticles(word: string): string {
  return splitWhiteSpace(substitute('\\b(a|an|the)\\b', ' ', word)).join(' ');
}
