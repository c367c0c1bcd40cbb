import { leavesOf, storedRoots, type StoredNode } from '@understudy/evaluate';
import type { Run, Sample, Store } from '@understudy/store';
import type { DocumentScore, ScoredColumn } from './document-score.js';
import { sharedText } from './shared-text.js';

/**
 * Reads the scored documents behind a number of a run: of a group those of all its leaves. Documents that failed, or whose metric is no plain
 * number (the parts of a perplexity, say), are left out. Throws `UserError` for a run that is not there.
 */
export async function readDocumentScores(
  store: Pick<Store, 'getRun' | 'samples'>,
  { runId, task, metric, filter }: ScoredColumn,
): Promise<readonly DocumentScore[]> {
  const scores: DocumentScore[] = [];
  for (const leaf of leavesOfTask(await store.getRun(runId), task)) {
    for await (const sample of store.samples(runId, leaf)) {
      const value = valueOf(sample, metric, filter);
      if (value === undefined) continue;
      const document = sample.hashes.doc;
      scores.push({ document, cluster: sharedText(sample.doc) ?? document, value });
    }
  }
  return scores;
}

/** A task's leaves; one that is no group of the run is a leaf itself. */
function leavesOfTask(run: Run, task: string): readonly string[] {
  const group = findGroup(storedRoots(run), task);
  return group === undefined ? [task] : [...new Set(leavesOf([group]))];
}

function findGroup(nodes: readonly StoredNode[], name: string): StoredNode | undefined {
  for (const node of nodes) {
    if (node.kind !== 'group') continue;
    if (node.name === name) return node;
    const inner = findGroup(node.members, name);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function valueOf({ failed, outcomes }: Sample, metric: string, filter: string): number | undefined {
  if (failed) return undefined;
  const value = outcomes.find((outcome) => outcome.filter === filter)?.metrics[metric];
  return typeof value === 'number' ? value : undefined;
}
