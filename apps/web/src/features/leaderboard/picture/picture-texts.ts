import { type BoardSearch, FILTER_NAMES } from '../board-search.js';
import type { BoardView } from '../board-view.js';
import { columnDetails, columnName, type Wording } from '../column-texts.js';

/** What stands in a picture beside the drawing. */
export interface PictureTexts {
  readonly title: string;
  /** Lines below it. */
  readonly notes: readonly string[];
}

/** Characters of a line of notes. */
const LINE = 170;

/** Breaks between parts, so that a line is not wider than the picture. */
function inLines(parts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length < LINE) lines[lines.length - 1] = `${last}  ·  ${part}`;
    else lines.push(part);
  }
  return lines;
}

/** Title, how each column was asked, what was chosen, and the source: address and date. */
export function pictureTexts(view: BoardView, search: BoardSearch, wording: Wording): PictureTexts {
  const { board, areas } = wording.messages;
  const named: Readonly<Record<string, string>> = areas;
  const area = search.area === undefined ? board.allAreas : (named[search.area] ?? board.other);
  const settings = view.columns.map(
    (column) => `${columnName(column, wording)}: ${columnDetails(column, wording).join(', ')}`,
  );
  const chosen = FILTER_NAMES.filter((name) => search[name] !== undefined);
  const filters = chosen.map((name) => `${board.filters[name]}: ${search[name]}`).join(', ');
  const date = new Date().toISOString().slice(0, 10);
  return {
    title: `${board.title} – ${area} – ${board.interval}`,
    notes: [...inLines(settings), board.source({ address: location.href, date, filters })],
  };
}
