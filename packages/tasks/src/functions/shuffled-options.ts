import { createHash } from 'node:crypto';
import { dictionaryColumn, numberListColumn, textColumn, textListColumn } from './document-columns.js';
import type { FunctionDocument } from './task-function.js';

const FIRST_LETTER = 'A'.charCodeAt(0);

/**
 * Options in another order, for data sets that have the right one always at the same place: by letter it would give itself away. The
 * order is that of SHA-256 over question and option, so that it is the same for everybody.
 * `options` are their texts, `answers` the letters of the right ones.
 * @param right whether an option is right, by its place in the data set
 */
function shuffled(question: string, options: readonly string[], right: (index: number) => boolean): FunctionDocument {
  const key = (option: string): string => createHash('sha256').update(`${question}\0${option}`).digest('hex');
  const entries = options
    .map((option, index) => ({ option, isRight: right(index), key: key(option) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const answers = entries.flatMap(({ isRight }, index) => (isRight ? [String.fromCharCode(FIRST_LETTER + index)] : []));
  return { options: entries.map(({ option }) => option), answers };
}

/** TruthfulQA, single true answer: the first option is the true one. */
export function truthfulqaMc1(document: FunctionDocument): FunctionDocument {
  const options = textListColumn(dictionaryColumn(document, 'mc1_targets'), 'choices');
  return shuffled(textColumn(document, 'question'), options, (index) => index === 0);
}

/** TruthfulQA, several true answers: those with the label 1. */
export function truthfulqaMc2(document: FunctionDocument): FunctionDocument {
  const targets = dictionaryColumn(document, 'mc2_targets');
  const labels = numberListColumn(targets, 'labels');
  return shuffled(textColumn(document, 'question'), textListColumn(targets, 'choices'), (index) => labels[index] === 1);
}

/** SciQ: the right answer stands in a column of its own. */
export function sciq(document: FunctionDocument): FunctionDocument {
  const columns = ['distractor1', 'distractor2', 'distractor3', 'correct_answer'];
  const options = columns.map((column) => textColumn(document, column));
  return shuffled(textColumn(document, 'question'), options, (index) => index === 3);
}
