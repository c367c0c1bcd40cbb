import { parsePythonLiteral } from '../python/parse-literal.js';
import type { PythonValue } from '../python/python-value.js';
import { isDictionary, textColumn, textListColumn, wrongColumn } from './document-columns.js';
import type { FunctionDocument } from './task-function.js';

/** How a fill-in-the-blank statement ends. */
const BLANK_AT_END = '  _  .';

/**
 * The article, its earlier problems with their answers, and the last problem's question as it stands. A statement with a
 * blank at its end is completed by the answer (version 3.0 of the task), other problems are question and answer.
 */
export function docToText(document: FunctionDocument): string {
  const problems = readProblems(document);
  const solved = problems.slice(0, -1).map((problem) => {
    const question = textColumn(problem, 'question');
    const answer = textListColumn(problem, 'options')[answerIndex(problem)] ?? '';
    if (!question.endsWith(BLANK_AT_END)) return `Question: ${question}\nAnswer: ${answer}\n`;
    // The first of the two spaces stays.
    return `${question.slice(0, 1 - BLANK_AT_END.length)}${answer}\n`;
  });
  const question = textColumn(lastProblem(document), 'question');
  return `Article: ${textColumn(document, 'article')}\n\n${solved.join('')}${question}`;
}

/** The index of the last problem's answer. */
export function docToTarget(document: FunctionDocument): number {
  return answerIndex(lastProblem(document));
}

/** The four options of the last problem. */
export function docToChoice(document: FunctionDocument): readonly string[] {
  return textListColumn(lastProblem(document), 'options').slice(0, 4);
}

/** For the form that generates its answer: what is asked, the options and the index of the right one as columns. */
export function processDocs(document: FunctionDocument): FunctionDocument {
  return { query: docToText(document), options: docToChoice(document), answer_index: docToTarget(document) };
}

function lastProblem(document: FunctionDocument): FunctionDocument {
  const last = readProblems(document).at(-1);
  if (last === undefined) throw wrongColumn(document, 'problems', 'at least one problem');
  return last;
}

/** `problems` is the text of a Python list of dictionaries. */
function readProblems(document: FunctionDocument): readonly FunctionDocument[] {
  const problems = parsePythonLiteral(textColumn(document, 'problems'));
  if (Array.isArray(problems)) return (problems as readonly PythonValue[]).filter(isDictionary);
  throw wrongColumn(document, 'problems', 'a list of problems');
}

function answerIndex(problem: FunctionDocument): number {
  const index = 'ABCD'.indexOf(textColumn(problem, 'answer'));
  if (index < 0) throw wrongColumn(problem, 'answer', 'A, B, C or D');
  return index;
}
