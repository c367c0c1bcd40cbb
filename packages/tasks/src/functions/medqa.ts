import { pythonStr } from '../python/python-repr.js';
import type { FunctionDocument } from './task-function.js';

/** The question with its four options by letter. */
export function docToText(document: FunctionDocument): string {
  const options = ['A', 'B', 'C', 'D'].map((letter, index) => `${letter}. ${print(document, `ending${index}`)}\n`);
  return `Question: ${print(document, 'sent1')}\n${options.join('')}Answer:`;
}

function print(document: FunctionDocument, column: string): string {
  return pythonStr(document[column] ?? null);
}
