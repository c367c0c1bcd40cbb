import { guardFormula } from '@understudy/arena';
import type { FlatCell } from '@understudy/evidence';

type Value = string | number | boolean | null | readonly string[];

/** Columns of the CSV file, by their titles. */
const COLUMNS: readonly (readonly [title: string, of: (cell: FlatCell) => Value])[] = [
  ['model', ({ model }) => model],
  ['card', ({ card }) => card],
  ['quantization', ({ quantization }) => quantization],
  ['area', ({ area }) => area],
  ['benchmark', ({ benchmark }) => benchmark],
  ['task', ({ task }) => task],
  ['version', ({ version }) => version],
  ['num_fewshot', ({ numFewshot }) => numFewshot],
  ['metric', ({ metric }) => metric],
  ['filter', ({ filter }) => filter],
  ['chat_template', ({ usesChatTemplate }) => usesChatTemplate],
  ['documents', ({ documents }) => documents],
  ['documents_total', ({ documentsTotal }) => documentsTotal],
  ['setting', ({ column }) => column],
  ['value', ({ value }) => value],
  ['standard_error', ({ standardError }) => standardError],
  ['lower_95', ({ lower }) => lower],
  ['upper_95', ({ upper }) => upper],
  ['count', ({ count }) => count],
  ['failed', ({ failed }) => failed],
  ['higher_is_better', ({ higherIsBetter }) => higherIsBetter],
  ['underpowered', ({ isUnderpowered }) => isUnderpowered],
  ['contamination', ({ contamination }) => contamination],
  ['run', ({ runId }) => runId],
  ['measured_at', ({ measuredAt }) => measuredAt],
  ['identity', ({ identity }) => identity],
];

/** The lines of a CSV file (RFC 4180, UTF-8) of cells, its titles first. Only lines of one `setting` are comparable. */
export function* cellLines(cells: Iterable<FlatCell>): Generator<string> {
  yield line(COLUMNS.map(([title]) => title));
  for (const cell of cells) yield line(COLUMNS.map(([, of]) => cellText(of(cell))));
}

function cellText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return guardFormula(value);
  return typeof value === 'object' ? value.join(' ') : String(value);
}

function line(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\r\n`;
}
