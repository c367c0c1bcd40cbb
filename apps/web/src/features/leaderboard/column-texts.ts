import { formatCount } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import type { BoardColumn } from './calls.js';
import type { ShownColumn } from './shown-columns.js';

/** How texts are written: in which words, and with which separators. */
export interface Wording {
  readonly messages: Messages;
  readonly language: string;
}

/** How a task was asked, part by part. */
export function settingParts(column: BoardColumn, { messages: { board }, language }: Wording): readonly string[] {
  const { numFewshot, usesChatTemplate, metric, filter, documents, documentsTotal, version } = column;
  return [
    numFewshot === null ? board.severalShots : board.shots(numFewshot),
    board.template[usesChatTemplate ? 'true' : 'false'],
    board.metric(metric, filter),
    board.documents(formatCount(documents, language), formatCount(documentsTotal, language)),
    board.version(version),
  ];
}

/** What a column is called. */
export function columnName({ area, column }: ShownColumn, { messages }: Wording): string {
  if (column !== null) return column.task;
  return area === null ? messages.board.other : messages.areas[area];
}

/** What stands under its name: of an area what its mean is made of, of a task how it was asked. */
export function columnDetails(shown: ShownColumn, wording: Wording): readonly string[] {
  const { board } = wording.messages;
  const { column, parts } = shown;
  const details = column === null ? [board.areaMean(parts.length)] : settingParts(column, wording);
  return shown.higherIsBetter ? details : [...details, board.lessIsBetter];
}

/** Names for several settings of one task, each another; where all that is listed is equal, the hash of the rest tells. */
export function settingNames(columns: readonly BoardColumn[], wording: Wording): readonly string[] {
  const names = columns.map((column) => settingParts(column, wording).join(' · '));
  return names.map((name, place) => {
    const isAmbiguous = names.some((other, at) => other === name && at !== place);
    return isAmbiguous ? `${name} · ${columns[place]?.rest.slice(0, 6) ?? ''}` : name;
  });
}
