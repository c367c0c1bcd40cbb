import type { CatalogOptions } from '@understudy/catalog';
import type { ProgressDisplay } from '../terminal/progress-display.js';
import { progressLine } from '../terminal/progress-line.js';
import type { CommandContext } from './command-context.js';

/** Options for fetching files that tell of their progress on a display. */
export function transferOptions(
  { environment, signal }: Pick<CommandContext, 'environment' | 'signal'>,
  display: ProgressDisplay,
): CatalogOptions {
  return {
    env: environment,
    signal,
    onProgress: (progress) => display.update(progressLine(progress)),
    onNotice: (line) => display.note(line),
  };
}
