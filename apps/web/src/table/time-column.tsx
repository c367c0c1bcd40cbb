import { formatTime } from '../format/format-time.js';
import type { Column } from './column.js';

/** A column of points in time, which never break over lines; `never` is shown where there is none. */
export function timeColumn<Row>(
  column: Pick<Column<Row>, 'key' | 'header' | 'saved'> & {
    readonly value: (row: Row) => number | null;
    readonly language: string;
    readonly never?: string;
  },
): Column<Row> {
  const { value, language, never = '–', ...rest } = column;
  return {
    ...rest,
    value,
    show: (row) => {
      const at = value(row);
      return at === null ? never : <time dateTime={new Date(at).toISOString()}>{formatTime(at, language)}</time>;
    },
  };
}
