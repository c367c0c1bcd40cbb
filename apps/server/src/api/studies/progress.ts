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

/** A study with its items and what is done of them; null where nothing is planned. */
export interface StudyState {
  readonly study: Study;
  readonly items: readonly Candidate[] | null;
}

/** Reads how far a study is. */
export async function studyState(study: Study, { store }: Services): Promise<StudyState> {
  return { study, items: study.mode === 'study' ? await store.studyItems(study.id) : null };
}

/** What an annotator has done of a study, and how many items are left for them; null where there is no end to it. */
export async function personalProgress(
  { study, items }: StudyState,
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
  if (items === null) return { done, left: study.mode === 'free' ? null : 0 };
  const candidates = items.filter(({ item, votes }) => votes < item.wanted && !had.has(item.number));
  const { seed, goldEvery } = study.design;
  return { done, left: itemsLeft(candidates, { seed, goldEvery, annotatorId: annotatorId ?? '', done }) };
}
