import type { ReferenceRow } from './score-fixture.js';

/** A row's settings for a table: task, shots, how the prompt is written. */
export function rowLabel(row: Omit<ReferenceRow, 'limit' | 'max_length'> & Partial<ReferenceRow>): readonly string[] {
  const style = row.chat ? (row.multiturn ? 'chat' : 'chat, one turn') : 'plain';
  const parts = [
    style,
    ...(row.system === null ? [] : ['system']),
    ...(row.max_length ? [`context ${row.max_length}`] : []),
  ];
  return [row.task, String(row.shots), parts.join(', ')];
}
