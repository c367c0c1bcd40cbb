import type { Messages } from '../../../messages/messages.js';
import type { SampleColumn } from '../calls.js';

/** The name of a column: a metric with its filter where there is one, or a measure of ours. */
export function columnName({ name, kind }: Pick<SampleColumn, 'name' | 'kind'>, texts: Messages['samples']): string {
  if (kind !== 'metric') return texts.ownColumns[kind];
  const comma = name.lastIndexOf(',');
  const [metric, filter] = [name.slice(0, comma), name.slice(comma + 1)];
  return filter === 'none' ? metric : `${metric} (${filter})`;
}
