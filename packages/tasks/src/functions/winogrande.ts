import { stripPython } from '../python/white-space.js';
import { textColumn, wrongColumn } from './document-columns.js';
import type { FunctionDocument } from './task-function.js';

/** The right option: 0 or 1. The choices differ in their contexts, so this stands in `doc_to_text`. */
export function docToText(document: FunctionDocument): number {
  const answer = textColumn(document, 'answer');
  if (answer === '1' || answer === '2') return Number(answer) - 1;
  throw wrongColumn(document, 'answer', '1 or 2 (the test split has no answers)');
}

/** What is scored after either context: the sentence after the blank. */
export function docToTarget(document: FunctionDocument): string {
  return stripPython(splitAtBlank(document)[1]);
}

/** The contexts: the sentence before the blank with either option behind it. */
export function docToChoice(document: FunctionDocument): readonly string[] {
  const [before] = splitAtBlank(document);
  return [before + textColumn(document, 'option1'), before + textColumn(document, 'option2')];
}

function splitAtBlank(document: FunctionDocument): readonly [string, string] {
  const sentence = textColumn(document, 'sentence');
  const blank = sentence.indexOf('_');
  if (blank < 0) throw wrongColumn(document, 'sentence', 'a sentence with a blank (_)');
  return [sentence.slice(0, blank), sentence.slice(blank + 1)];
}
