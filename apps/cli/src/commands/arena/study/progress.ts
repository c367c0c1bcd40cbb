import type { ArenaStore, Study } from '@understudy/store';

/** How far a study is; of a planned one what its regular items want. */
export interface StudyProgress {
  /** Votes that count, of regular items; where nothing is planned without skips. */
  readonly votes: number;
  /** Null where nothing is planned. */
  readonly wanted: number | null;
  /** Assignments that are neither voted on nor expired. */
  readonly outstanding: number;
}

/** Counts a study's votes. */
export async function studyProgress(
  store: Pick<ArenaStore, 'studyItems' | 'countVotes'>,
  study: Study,
): Promise<StudyProgress> {
  if (study.mode !== 'study') {
    return { votes: await store.countVotes(study.id), wanted: null, outstanding: 0 };
  }
  const regular = (await store.studyItems(study.id)).filter(({ item }) => item.kind === 'regular');
  const sum = (count: (each: (typeof regular)[number]) => number): number =>
    regular.reduce((total, each) => total + count(each), 0);
  return {
    votes: sum(({ votes }) => votes),
    wanted: sum(({ item }) => item.wanted),
    outstanding: sum(({ outstanding }) => outstanding),
  };
}
