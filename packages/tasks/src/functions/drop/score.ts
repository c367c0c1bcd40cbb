import type { MetricValues } from '../../metrics/metric-value.js';
import { pythonStr } from '../../python/python-repr.js';
import type { PythonValue } from '../../python/python-value.js';
import { splitWhiteSpace, stripPython } from '../../python/white-space.js';
import { listColumn } from '../document-columns.js';
import type { FunctionDocument } from '../task-function.js';
import { isNumber, normalise } from './normalise.js';

/**
 * DROP's scores: the best exact match and the best F1 of the words over the right answers. F1 is rounded to two decimals for
 * each answer. Answers whose first span is blank are left out.
 * Source: D. Dua et al. 2019, and the official evaluation (`drop_eval.py` of AllenNLP).
 */
export function processResults(document: FunctionDocument, results: readonly PythonValue[]): MetricValues {
  const prediction = normalise(pythonStr(results[0] ?? ''));
  const answers = listColumn(document, 'answers')
    .map(texts)
    .filter(([first = '']) => stripPython(first) !== '');
  const scores = answers
    .map((spans) => spans.map(normalise))
    .map((spans) => ({
      em: Number(spans.length === 1 && spans[0] === prediction),
      f1: f1OfSpans(prediction, spans),
    }));
  return {
    em: Math.max(0, ...scores.map(({ em }) => em)),
    f1: Math.max(0, ...scores.map(({ f1 }) => f1)),
  };
}

/**
 * The mean over the spans of the best one-to-one assignment. A generated text is one span, so at most one span of the answer
 * has a partner: the best one; the others count 0.
 */
function f1OfSpans(prediction: string, spans: readonly string[]): number {
  const predicted = wordsOf(prediction);
  const best = Math.max(...spans.map((span) => f1OfWords(predicted, wordsOf(span))));
  return roundHalfEven((best / spans.length) * 100) / 100;
}

/** F1 of two sets of words; 0 if the answer has numbers and the prediction none of them. Two empty sets are equal. */
function f1OfWords(predicted: ReadonlySet<string>, gold: ReadonlySet<string>): number {
  const goldNumbers = [...gold].filter(isNumber);
  if (goldNumbers.length > 0 && !goldNumbers.some((number) => predicted.has(number))) return 0;
  const shared = [...gold].filter((word) => predicted.has(word)).length;
  const precision = predicted.size === 0 ? 1 : shared / predicted.size;
  const recall = gold.size === 0 ? 1 : shared / gold.size;
  return precision === 0 && recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(splitWhiteSpace(text));
}

function texts(value: PythonValue): readonly string[] {
  return Array.isArray(value) ? (value as readonly PythonValue[]).map((item) => pythonStr(item)) : [pythonStr(value)];
}

/** The C function `rint`, which numpy rounds with. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
