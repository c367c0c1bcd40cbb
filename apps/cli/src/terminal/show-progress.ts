import { LiveProgress } from './live-progress.js';
import { PlainProgress } from './plain-progress.js';
import type { ProgressDisplay, ProgressStream } from './progress-display.js';

/** The display that suits a stream. */
export function showProgress(
  stream: ProgressStream,
  now: () => number = performance.now.bind(performance),
): ProgressDisplay {
  return stream.isTTY === true ? new LiveProgress(stream, now) : new PlainProgress(stream, now);
}
