import { pythonStr } from '../python/python-repr.js';
import { textColumn } from './document-columns.js';
import type { FunctionDocument } from './task-function.js';

/** The question with its four options by letter. */
export function docToText(document: FunctionDocument): string {
  const options = ['A', 'B', 'C', 'D'].map(
    (letter) => `${letter}. ${pythonStr(document[`op${letter.toLowerCase()}`] ?? null)}\n`,
  );
  return `Question: ${textColumn(document, 'question')}\nChoices:\n${options.join('')}Answer:`;
}
