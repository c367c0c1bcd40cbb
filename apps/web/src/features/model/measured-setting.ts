import { formatCount } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import type { MeasuredResult } from './calls.js';

/** How a task was asked, in words. */
export function measuredSetting(
  result: Pick<
    MeasuredResult,
    'numFewshot' | 'usesChatTemplate' | 'metric' | 'filter' | 'documents' | 'documentsTotal'
  >,
  { board }: Messages,
  language: string,
): string {
  const { numFewshot, usesChatTemplate, metric, filter, documents, documentsTotal } = result;
  return [
    numFewshot === null ? board.severalShots : board.shots(numFewshot),
    board.template[usesChatTemplate ? 'true' : 'false'],
    board.metric(metric, filter),
    board.documents(formatCount(documents, language), formatCount(documentsTotal, language)),
  ].join(' · ');
}
