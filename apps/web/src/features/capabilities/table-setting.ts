import { formatCount } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import type { CapabilityColumn } from './calls.js';

/** How a table's benchmark was asked: as its source says it, or of ours as the run did. */
export function tableSetting(
  { setting, measured, origin }: CapabilityColumn,
  { board, capabilities }: Messages,
  language: string,
): string {
  if (origin === 'published') return setting ?? capabilities.noSetting;
  if (measured === null) return capabilities.noSetting;
  const { task, numFewshot, usesChatTemplate, documents, documentsTotal } = measured;
  return [
    task,
    numFewshot === null ? board.severalShots : board.shots(numFewshot),
    board.template[usesChatTemplate ? 'true' : 'false'],
    board.documents(formatCount(documents, language), formatCount(documentsTotal, language)),
  ].join(' · ');
}
