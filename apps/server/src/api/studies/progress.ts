import { itemsLeft } from '@understudy/arena';
import type { Candidate, Study } from '@understudy/store';
import type { Services } from '../../services.js';

/** Votes that count towards a study and votes wanted; gold and training items apart. */
export function studyProgress(items: readonly Candidate[]): { readonly done: number; readonly wanted: number } {
  let done = 0;
  let wanted = 0;
  for (const { item, votes } of items) {
    if (item.kind !== 'regular') continue;
    done += Math.min(votes, item.wanted);
    wanted += item.wanted;
  }
  return { done, wanted };
}

/** Steps in which annotators see a study go on. */
const STEPS = 20;

/** A study's progress in large steps: gold votes do not count towards it, and must not be told by that. */
export function coarseProgress({ done, wanted }: { readonly done: number; readonly wanted: number }): {
  readonly done: number;
  readonly wanted: number;
} {
  const step = Math.max(10, Math.ceil(wanted / STEPS));
  return { done: done >= wanted ? wanted : Math.floor(done / step) * step, wanted };
}

/** What an annotator has done of a study, and how many items are left for them; null where there is no end to it. */
export async function personalProgress(
  study: Study,
  annotatorId: string | undefined,
  { store }: Services,
): Promise<{ readonly done: number; readonly left: number | null }> {
  const had = new Set<number | null>();
  let done = 0;
  if (annotatorId !== undefined) {
    for await (const { itemNumber } of store.votes({ studyId: study.id, annotatorId })) {
      had.add(itemNumber);
      done += 1;
    }
  }
  if (study.mode === 'free') return { done, left: null };
  const items = await store.studyItems(study.id);
  const candidates = items.filter(({ item, votes }) => votes < item.wanted && !had.has(item.number));
  const { seed, goldEvery } = study.design;
  return { done, left: itemsLeft(candidates, { seed, goldEvery, annotatorId: annotatorId ?? '', done }) };
}
