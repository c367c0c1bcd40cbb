import { setTimeout as sleep } from 'node:timers/promises';
import type { RandomNumbers } from '@understudy/statistics';
import type { Outcome } from '@understudy/store';
import type { Answer } from './arena-client.js';
import type { VoteLedger } from './vote-ledger.js';
import type { VoterSession } from './voter-session.js';

/** What the voters did, counted. */
export interface Deeds {
  votes: number;
  undone: number;
  undoLost: number;
  skipped: number;
  doubleSends: number;
  cut: number;
  replays: number;
  stolen: number;
  revealed: number;
}

/** Nothing done yet. */
export function newDeeds(): Deeds {
  return {
    votes: 0,
    undone: 0,
    undoLost: 0,
    skipped: 0,
    doubleSends: 0,
    cut: 0,
    replays: 0,
    stolen: 0,
    revealed: 0,
  };
}

/** A pair as the server gave it. */
interface Given {
  readonly id: string;
  readonly token: string;
  /** It was asked for more than once: should the server come to the first request last, the token is void. */
  readonly isUnsure?: boolean;
}

interface CastBody {
  readonly voteId: string;
  readonly outcome: Outcome;
  readonly repeated: boolean;
}

/** What all voters share. */
export interface VotingRoom {
  readonly studyId: string;
  readonly ledger: VoteLedger;
  readonly deeds: Deeds;
  /** Names that no answer may have in it before the vote. */
  readonly secretNames: readonly string[];
  /** The pair that each annotator was given last. */
  readonly given: Map<string, Given>;
  /** Milliseconds that a voter thinks on average. */
  readonly thinkMs: number;
  /** Whether voters are to go home. */
  readonly isClosing: () => boolean;
  /** Told of each vote that was acknowledged. */
  readonly onVote: () => void;
}

const OUTCOMES: readonly Outcome[] = ['a', 'b', 'tie', 'both_bad'];
/** How often somebody who finds nothing to do looks again: places come free while others still vote. */
const LOOKS = 3;
const LOOK_MS = 400;

/**
 * Somebody who votes until there is nothing left, and does all that people and networks do: skips, takes votes back, sends a vote two or
 * three times at once with different outcomes, loses the connection and tries again, sends an old token again, tries another person's pair,
 * and looks at the names.
 */
export class Voter {
  readonly #session: VoterSession;
  readonly #room: VotingRoom;
  readonly #random: RandomNumbers;
  #earlier: { readonly given: Given; readonly cast: CastBody } | undefined;

  constructor(session: VoterSession, room: VotingRoom, random: RandomNumbers) {
    this.#session = session;
    this.#room = room;
    this.#random = random;
  }

  async run(): Promise<void> {
    for (let looks = 0; looks < LOOKS && !this.#room.isClosing();) {
      const given = await this.#next();
      if (given === undefined) {
        looks += 1;
        await sleep(LOOK_MS);
        continue;
      }
      looks = 0;
      if (this.#chance(0.02)) await this.#steal();
      await sleep(this.#room.thinkMs * 2 * this.#random.uniform());
      await this.#voteOn(given);
      if (this.#chance(0.05)) await this.#replay();
    }
  }

  #chance(share: number): boolean {
    return this.#random.uniform() < share;
  }

  /** The server said what it must not: kept as a broken promise. */
  #expect(holds: boolean, what: string, { status, text }: Answer): void {
    if (!holds) this.#room.ledger.broken.push(`${what}: ${status} ${text.slice(0, 200)}`);
  }

  #readBlind(answer: Answer): void {
    const leaked = this.#room.secretNames.find((name) => answer.text.includes(name));
    this.#expect(leaked === undefined, 'a name before the vote', answer);
  }

  async #next(): Promise<Given | undefined> {
    const body = { studyId: this.#room.studyId };
    const answer = await this.#session.send('next', { method: 'POST', path: '/api/assignments/next', body });
    this.#expect(answer.status === 200, 'no next pair', answer);
    this.#readBlind(answer);
    const { assignment } = (answer.body ?? {}) as { readonly assignment?: Given | null };
    if (assignment === null || assignment === undefined) return undefined;
    this.#room.given.set(this.#session.annotatorId, assignment);
    return { ...assignment, isUnsure: answer.isSentAgain };
  }

  async #voteOn(given: Given): Promise<void> {
    const cast = await this.#cast(given);
    if (cast === undefined) return;
    this.#earlier = { given, cast };
    if (this.#chance(0.05)) return this.#undo(cast);
    if (this.#chance(0.1)) await this.#reveal(cast);
  }

  #outcome(): Outcome {
    if (this.#chance(0.05)) return 'skip';
    return OUTCOMES[Math.floor(this.#random.uniform() * OUTCOMES.length)] ?? 'tie';
  }

  /** Casts a vote and is sure of it: whatever happens to the connection, the same token is sent until there is an answer. */
  async #cast(given: Given): Promise<CastBody | undefined> {
    const { deeds } = this.#room;
    if (this.#chance(0.1)) {
      deeds.doubleSends += 1;
      const sent = await Promise.all(
        Array.from({ length: this.#chance(0.5) ? 3 : 2 }, () => this.#send(given, this.#outcome())),
      );
      const first = sent.filter((one) => one?.repeated === false);
      if (first.length > 1) this.#room.ledger.broken.push(`the token of ${given.id} was taken ${first.length} times`);
      return sent[0];
    }
    if (!this.#chance(0.05)) return this.#send(given, this.#outcome());
    deeds.cut += 1;
    return this.#send(given, this.#outcome(), this.#random.uniform() * 10);
  }

  async #send(given: Given, outcome: Outcome, cutAfterMs?: number): Promise<CastBody | undefined> {
    const { token, id } = given;
    const body = { token, outcome, dwellMs: 1000, reasons: ['clear'] };
    const answer = await this.#session.send('vote', {
      method: 'POST',
      path: `/api/assignments/${id}/vote`,
      body,
      cutAfterMs,
    });
    if (answer.status !== 200) {
      this.#expect(given.isUnsure === true && answer.status === 403, 'a vote was refused', answer);
      return undefined;
    }
    this.#readBlind(answer);
    return this.#acknowledged(given, answer.body as CastBody);
  }

  #acknowledged({ id: assignmentId }: Given, cast: CastBody): CastBody {
    const { ledger, deeds, onVote } = this.#room;
    const before = ledger.size;
    const { voteId, outcome } = cast;
    ledger.acknowledge({ voteId, assignmentId, annotatorId: this.#session.annotatorId, outcome });
    if (ledger.size === before) return cast;
    deeds.votes += 1;
    if (outcome === 'skip') deeds.skipped += 1;
    onVote();
    return cast;
  }

  /** Takes the vote back and votes again on the same pair. After a lost answer the pair comes by `next`, if it was taken back at all. */
  async #undo({ voteId }: CastBody): Promise<void> {
    const { ledger, deeds } = this.#room;
    const answer = await this.#session.send('undo', { method: 'POST', path: `/api/votes/${voteId}/undo`, body: {} });
    if (answer.status !== 200) {
      this.#expect(answer.status === 409, 'an undo was refused', answer);
      deeds.undoLost += 1;
      return ledger.setUndone(voteId, 'unknown');
    }
    this.#readBlind(answer);
    deeds.undone += 1;
    ledger.setUndone(voteId, 'yes');
    await this.#voteOn((answer.body as { readonly assignment: Given }).assignment);
  }

  /** Looks at the names at once; after that the vote can no longer be taken back. */
  async #reveal({ voteId }: CastBody): Promise<void> {
    const path = `/api/votes/${voteId}`;
    const names = await this.#session.send('reveal', { method: 'GET', path: `${path}/reveal?next=1` });
    this.#expect(names.status === 200, 'no reveal after the vote', names);
    this.#room.deeds.revealed += 1;
    const undo = await this.#session.send('undo', { method: 'POST', path: `${path}/undo`, body: {} });
    this.#expect(undo.status === 409, 'an undo after the names were shown', undo);
  }

  /** Sends an old token again with another outcome: the vote stays as it was. */
  async #replay(): Promise<void> {
    if (this.#earlier === undefined) return;
    const { given, cast } = this.#earlier;
    this.#room.deeds.replays += 1;
    const again = await this.#send(given, cast.outcome === 'a' ? 'b' : 'a');
    if (again !== undefined && !again.repeated) this.#room.ledger.broken.push(`the old token of ${given.id} was taken`);
  }

  /** Votes on the pair of somebody else, with their token. */
  async #steal(): Promise<void> {
    const others = [...this.#room.given].filter(([annotatorId]) => annotatorId !== this.#session.annotatorId);
    const [, pair] = others[Math.floor(this.#random.uniform() * others.length)] ?? [];
    if (pair === undefined) return;
    this.#room.deeds.stolen += 1;
    const body = { token: pair.token, outcome: 'a' };
    const path = `/api/assignments/${pair.id}/vote`;
    const answer = await this.#session.send('stolen', { method: 'POST', path, body });
    this.#expect(answer.status === 403, 'a vote on another person’s pair', answer);
  }
}
