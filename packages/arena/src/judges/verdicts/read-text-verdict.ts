import { verdictOfLabel } from './labels.js';
import { ratingOf, REFUSED, UNPARSED, verdictOf, type Reading, type Reply } from './reading.js';
import { isRefusal } from './refusal.js';

/** Raised when the same reply would be read otherwise; it is part of a judge's identity. */
export const PARSER_VERSION = 1;

const BRACKETS = /\[\[([^[\]\n]{1,20})\]\]/gu;
const RATING = /^(\d{1,2}(?:\.\d{1,3})?)(?:\s*\/\s*10)?$/u;

/**
 * Reads a verdict in double brackets, from the judge's own reply alone: what answers say is never looked at. The last line that has one
 * decides, because a judge may quote brackets on its way. It is `unparsed`, never a tie, when that line has two different verdicts, when
 * another line contradicts it and it is not the last line of all, or when the reply was cut at its longest length.
 */
export function readTextVerdict({ mode, text, finishReason }: Reply): Reading {
  if (finishReason === 'filtered') return REFUSED;
  const said = spoken(text);
  if (said === undefined || finishReason === 'length') return UNPARSED;
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const found = lines.map((line) => readingsIn(line, mode));
  const deciding = found.findLastIndex((readings) => readings.length > 0);
  if (deciding === -1) return isRefusal(said) ? REFUSED : UNPARSED;
  const isLast = deciding === lines.length - 1;
  const [reading, ...others] = distinct(isLast ? (found[deciding] ?? []) : found.flat());
  return reading === undefined || others.length > 0 ? UNPARSED : reading;
}

/** What was said behind the thinking; undefined when the thinking does not end. */
function spoken(text: string): string | undefined {
  const end = text.lastIndexOf('</think>');
  if (end >= 0) return text.slice(end + '</think>'.length);
  return text.trimStart().startsWith('<think>') ? undefined : text;
}

function readingsIn(line: string, mode: Reply['mode']): readonly Reading[] {
  return [...line.matchAll(BRACKETS)].flatMap(([, token = '']) => {
    if (mode === 'single') {
      const rating = RATING.exec(token.trim())?.[1];
      return rating === undefined ? [] : [ratingOf(Number(rating))];
    }
    const verdict = verdictOfLabel(token);
    return verdict === undefined ? [] : [verdictOf(verdict)];
  });
}

function distinct(readings: readonly Reading[]): readonly Reading[] {
  return [...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values()];
}
