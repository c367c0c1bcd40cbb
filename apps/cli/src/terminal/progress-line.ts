import type { Progress } from '@understudy/core';
import { formatBytes } from './format-bytes.js';
import { formatCount } from './format-count.js';

/** One line for a download or a conversion: `model.gguf  12.3 MB / 98.4 MB  13%`. */
export function progressLine({ label, done, total, unit }: Progress): string {
  const format = unit === 'bytes' ? formatBytes : formatCount;
  if (total === undefined) return `${label}  ${format(done)}`;
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  return `${label}  ${format(done)} / ${format(total)}  ${percent}%`;
}
