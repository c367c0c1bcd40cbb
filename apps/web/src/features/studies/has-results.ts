import type { StudySummary } from './calls.js';

/** Whether a study can have results: it was opened, or its votes came from a file, which is never opened. */
export function hasResults({ status, mode }: Pick<StudySummary, 'status' | 'mode'>): boolean {
  return status !== 'draft' || mode === 'imported';
}
