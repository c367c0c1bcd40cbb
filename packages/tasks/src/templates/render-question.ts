import type { PythonValue } from '../python/python-value.js';
import { compileTemplate } from './template.js';

/**
 * The question of a document as `doc_to_text` of a reported configuration writes it; undefined where that is a function or an index, or
 * cannot be rendered with what is known.
 */
export function renderQuestion(
  docToText: unknown,
  document: Readonly<Record<string, PythonValue>>,
): string | undefined {
  if (typeof docToText !== 'string') return undefined;
  if (Object.hasOwn(document, docToText)) {
    const column = document[docToText];
    return typeof column === 'string' ? column : undefined;
  }
  try {
    return compileTemplate(docToText).render({ values: document, shapes: new Map() });
  } catch {
    // A function's name is no template of the document's columns; the reader then sees the prompt as a whole.
    return undefined;
  }
}
