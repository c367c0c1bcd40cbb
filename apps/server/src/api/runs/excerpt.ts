import type { Sample } from '@understudy/store';

/** Columns that hold the question in the data sets of the field, the likeliest first. */
const QUESTIONS = [
  'question',
  'query',
  'problem',
  'prompt',
  'goal',
  'sentence',
  'ctx',
  'premise',
  'input',
  'text',
  'passage',
  'context',
];

const LENGTH = 160;

/** A line by which a reader tells one sample from another: the beginning of the question, or where no column holds it the end of the prompt. */
export function excerptOf({ doc, requests }: Pick<Sample, 'doc' | 'requests'>): string {
  const question = questionOf(doc);
  if (question !== undefined) return cut(oneLine(question.slice(0, 4 * LENGTH)));
  const [request] = requests;
  if (request === undefined) return '';
  if (request.kind === 'rolling') return cut(oneLine(request.text.slice(0, 4 * LENGTH)));
  const end = oneLine(request.context.slice(-4 * LENGTH));
  return end.length > LENGTH ? `…${end.slice(-LENGTH)}` : end;
}

function questionOf(doc: string): string | undefined {
  let document: unknown;
  try {
    document = JSON.parse(doc);
  } catch {
    // Python writes NaN into JSON, which JavaScript does not read.
    return undefined;
  }
  if (typeof document !== 'object' || document === null) return undefined;
  const columns = new Map(Object.entries(document));
  return QUESTIONS.map((name): unknown => columns.get(name)).find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Cuts at a code point, not within one. */
function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length > LENGTH ? `${characters.slice(0, LENGTH).join('')}…` : text;
}
