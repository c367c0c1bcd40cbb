import stringWidth from 'string-width';
import { printableLine } from './printable.js';

/** A column of a listing. */
export interface Column {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly align?: 'left' | 'right';
}

function fill(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/** Rows under titles, columns two spaces apart, aligned by display width (a Chinese character takes two columns). A cell is one line, as it may be printed. */
export function formatColumns(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((cells) => cells.map(printableLine));
  const widths = columns.map((_, place) => Math.max(...lines.map((cells) => stringWidth(cells[place] ?? ''))));
  return lines
    .map((cells) =>
      columns
        .map(({ align = 'left' }, place) => fill(cells[place] ?? '', widths[place] ?? 0, align))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
