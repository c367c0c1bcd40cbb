import { ApiError } from '../http/api-error.js';

/** Streams that one person may have open at once: a page has one, and another while it reconnects. */
export const STREAMS_PER_PERSON = 8;

/** Counts the streams that are open, by person. */
export class OpenStreams {
  readonly #open = new Map<string, number>();

  /** Takes up one more; call what is returned when it ends. Throws `ApiError` 429 when there are too many. */
  enter(annotatorId: string): () => void {
    const open = this.#open.get(annotatorId) ?? 0;
    if (open >= STREAMS_PER_PERSON) {
      throw new ApiError({
        status: 429,
        code: 'too-many-streams',
        message: `At most ${STREAMS_PER_PERSON} answers can be watched at once.`,
        retryAfterMs: 1000,
      });
    }
    this.#open.set(annotatorId, open + 1);
    return () => this.#leave(annotatorId);
  }

  #leave(annotatorId: string): void {
    const open = (this.#open.get(annotatorId) ?? 1) - 1;
    if (open === 0) this.#open.delete(annotatorId);
    else this.#open.set(annotatorId, open);
  }
}
