import { groupBy } from '../scores/group-by.js';
import type { DocumentScore } from '@understudy/evidence';

/** A document that both models answered. */
export interface PairedDocument {
  readonly cluster: string;
  readonly candidate: number;
  readonly reference: number;
}

/** Pairs two models' scores by document. A document that a task has several times is paired with itself in the order of the task. */
export function pairDocuments(
  candidate: readonly DocumentScore[],
  reference: readonly DocumentScore[],
): readonly PairedDocument[] {
  const others = groupBy(reference, ({ document }) => document);
  const used = new Map<string, number>();
  return candidate.flatMap(({ document, cluster, value }) => {
    const at = used.get(document) ?? 0;
    used.set(document, at + 1);
    const other = others.get(document)?.[at];
    return other === undefined ? [] : [{ cluster, candidate: value, reference: other.value }];
  });
}
