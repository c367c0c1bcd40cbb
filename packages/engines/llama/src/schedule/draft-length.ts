/** Tokens of a draft at most. */
const LONGEST_DRAFT = 16;

/** Tokens of the first draft (transformers, `num_assistant_tokens` of its first releases). */
const FIRST_DRAFT = 5;

/** How long the next draft of a text should be: two tokens more after one that was right, one less after one that was not (transformers, `heuristic`). */
export class DraftLength {
  #next = FIRST_DRAFT;

  get next(): number {
    return this.#next;
  }

  /** Tells whether all of a draft was right. */
  judge(isRight: boolean): void {
    this.#next = Math.min(LONGEST_DRAFT, Math.max(1, this.#next + (isRight ? 2 : -1)));
  }
}
