/** What is known of a public question set. */
export interface KnownSet {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  /** Its question ids are `first`..`last`. */
  readonly first: number;
  readonly last: number;
  /** References that somebody has checked and found right. */
  readonly isReferenceChecked: (id: number) => boolean;
}

/** GPT-4's references for MT-Bench that were found wrong when they were gone through: FastChat pull request 3158. */
const WRONG_MT_BENCH_REFERENCES = new Set([104, 105, 109, 111, 113, 114, 120, 122, 124, 125, 126, 128, 130]);

/** Sets that FastChat publishes, told by the ids of their questions. */
export const KNOWN_SETS: readonly KnownSet[] = [
  {
    id: 'mt-bench',
    title: 'MT-Bench',
    source: 'lm-sys/FastChat fastchat/llm_judge/data/mt_bench',
    licence: 'Apache-2.0',
    first: 81,
    last: 160,
    isReferenceChecked: (id) => id >= 101 && id <= 130 && !WRONG_MT_BENCH_REFERENCES.has(id),
  },
  {
    id: 'vicuna-bench',
    title: 'Vicuna',
    source: 'lm-sys/FastChat fastchat/llm_judge/data/vicuna_bench',
    licence: 'Apache-2.0',
    first: 1,
    last: 80,
    isReferenceChecked: () => false,
  },
];

/** The known set that has just these question ids. */
export function findKnownSet(ids: readonly string[]): KnownSet | undefined {
  const numbers = ids.map(Number).toSorted((a, b) => a - b);
  return KNOWN_SETS.find(
    ({ first, last }) => numbers.length === last - first + 1 && numbers.every((id, place) => id === first + place),
  );
}
