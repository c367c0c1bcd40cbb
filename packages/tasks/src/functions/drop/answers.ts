import { pythonStr } from '../../python/python-repr.js';
import type { PythonValue } from '../../python/python-value.js';
import { stripPython } from '../../python/white-space.js';
import { dictionaryColumn, listColumn, textListColumn } from '../document-columns.js';
import type { FunctionDocument } from '../task-function.js';

/** DROP's documents: adds an id and the different right answers, each a list of spans. */
export function processDocs(document: FunctionDocument): FunctionDocument {
  return {
    id: document['query_id'] ?? null,
    passage: document['passage'] ?? null,
    question: document['question'] ?? null,
    answers: distinctAnswers(document),
  };
}

/** The answer and those of the validators, in order, each once. */
function distinctAnswers(document: FunctionDocument): readonly (readonly string[])[] {
  const validated = dictionaryColumn(document, 'validated_answers');
  const candidates = [
    dictionaryColumn(document, 'answer'),
    ...listColumn(validated, 'number').map((number, index) => validatedAnswer(validated, number, index)),
  ];
  const answers = new Map(candidates.map(spansOf).map((spans) => [JSON.stringify(spans), spans]));
  return [...answers.values()];
}

function validatedAnswer(validated: FunctionDocument, number: PythonValue, index: number): FunctionDocument {
  return {
    number,
    date: listColumn(validated, 'date')[index] ?? null,
    spans: listColumn(validated, 'spans')[index] ?? null,
  };
}

/** A number, else spans of the passage, else a date. */
function spansOf(answer: FunctionDocument): readonly string[] {
  const number = answer['number'];
  if (number !== '') return [pythonStr(number ?? null)];
  const spans = textListColumn(answer, 'spans');
  if (spans.length > 0) return spans;
  const date = dictionaryColumn(answer, 'date');
  return [stripPython(['day', 'month', 'year'].map((part) => pythonStr(date[part] ?? null)).join(' '))];
}
