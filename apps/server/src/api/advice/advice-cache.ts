import { advise, storedSources, type Advice, type Needs } from '@understudy/advise';
import type { Leaderboard } from '@understudy/evidence';
import { visibleStudies } from '../../results/visible-votes.js';
import type { Services } from '../../services.js';
import type { Caller } from '../api-env.js';
import { serverVotes } from './server-votes.js';

/** Advice kept for one state of the leaderboard and the votes. */
const KEPT = 100;

/** Gives advice, and keeps it as long as nothing new was measured and nobody voted: the verdicts read the samples of two runs for each task. */
export class AdviceCache {
  readonly #services: Services;
  #board: Leaderboard | undefined;
  #votes = '';
  #kept = new Map<string, Promise<Advice>>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** The advice for needs, by the votes that the caller may know of. Throws as `advise`. */
  async adviceFor(needs: Needs, caller: Pick<Caller, 'role'>): Promise<Advice> {
    const { runs: store, store: arena, catalog: readCatalog, leaderboard } = this.#services;
    const [catalog, board] = [await readCatalog(), await leaderboard()];
    const stamp = await arena.voteStamp();
    const studies = await visibleStudies(caller, this.#services);
    if (board !== this.#board || stamp !== this.#votes) {
      this.#board = board;
      this.#votes = stamp;
      this.#kept = new Map();
    }
    const key = JSON.stringify([needs, studies.map(({ id }) => id)]);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const kept = this.#kept;
    const votes = serverVotes(studies, this.#services);
    const advice = advise(needs, storedSources({ store, catalog, board, votes }));
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, advice);
    advice.catch(() => kept.delete(key));
    return advice;
  }
}
