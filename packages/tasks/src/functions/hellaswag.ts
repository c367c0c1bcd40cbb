import { capitalizePython } from '../python/capitalize.js';
import { stripPython } from '../python/white-space.js';
import { textColumn, textListColumn, wrongColumn } from './document-columns.js';
import type { FunctionDocument } from './task-function.js';

/** HellaSwag's documents: adds the question, the four endings (both without the marks of WikiHow) and the right ending. */
export function processDocs(document: FunctionDocument): FunctionDocument {
  const begun = `${textColumn(document, 'ctx_a')} ${capitalizePython(textColumn(document, 'ctx_b'))}`;
  return {
    query: clean(`${textColumn(document, 'activity_label')}: ${begun}`),
    choices: textListColumn(document, 'endings').map(clean),
    gold: goldIndex(document),
  };
}

/**
 * WikiHow's articles came with `[title]`, `[step]` and the like. Strips first, so that a text may begin with the space that
 * stood behind a bracket; double spaces are replaced in one pass, so that three become two.
 */
export function clean(text: string): string {
  return stripPython(text)
    .replaceAll(' [title]', '. ')
    .replace(/\[[^\n]*?\]/gu, '')
    .replaceAll('  ', ' ');
}

function goldIndex(document: FunctionDocument): number {
  const label = Number(document['label']);
  if (document['label'] !== '' && Number.isInteger(label)) return label;
  throw wrongColumn(document, 'label', 'the number of the right ending (the test split has none)');
}
