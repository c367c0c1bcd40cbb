import { advise, storedSources, type Advice, type Needs } from '@understudy/advise';
import type { Leaderboard } from '@understudy/evidence';
import type { Services } from '../../services.js';

/** Advice kept for one state of the leaderboard. */
const KEPT = 100;

/** Gives advice, and keeps it as long as nothing new was measured: the verdicts read the samples of two runs for each task. */
export class AdviceCache {
  readonly #services: Pick<Services, 'runs' | 'catalog' | 'leaderboard'>;
  #board: Leaderboard | undefined;
  #kept = new Map<string, Promise<Advice>>();

  constructor(services: Pick<Services, 'runs' | 'catalog' | 'leaderboard'>) {
    this.#services = services;
  }

  /** The advice for needs. Throws as `advise`. */
  async adviceFor(needs: Needs): Promise<Advice> {
    const { runs: store, catalog: readCatalog, leaderboard } = this.#services;
    const [catalog, board] = [await readCatalog(), await leaderboard()];
    if (board !== this.#board) {
      this.#board = board;
      this.#kept = new Map();
    }
    const key = JSON.stringify(needs);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const kept = this.#kept;
    const advice = advise(needs, storedSources({ store, catalog, board }));
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, advice);
    advice.catch(() => kept.delete(key));
    return advice;
  }
}
