import { textColumn, textListColumn } from './document-columns.js';
import type { FunctionDocument } from './task-function.js';

/** The abstract's sections, one a line, and the question. */
export function docToText(document: FunctionDocument): string {
  const contexts = textListColumn(document, 'CONTEXTS').join('\n');
  return `Abstract: ${contexts}\nQuestion: ${textColumn(document, 'QUESTION')}\nAnswer:`;
}
