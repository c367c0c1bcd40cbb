import type { PendingDocument } from './pending-document.js';
import type { ScoreDocument } from './score-document.js';

/** How documents become passes: scores all documents of a window, and yields them as they are done. */
export interface Schedule {
  scoreWindow(documents: readonly ScoreDocument[]): AsyncIterable<PendingDocument>;
}
