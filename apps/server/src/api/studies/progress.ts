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
  const left = items.filter(
    ({ item, votes }) => item.kind === 'regular' && votes < item.wanted && !had.has(item.number),
  ).length;
  return { done, left };
}
