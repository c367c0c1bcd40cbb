import { randomBytes } from 'node:crypto';
import { seededRandom } from '@understudy/statistics';
import { freePort } from '@understudy/store/testing';
import { ArenaServer, type ServerUse } from './arena-server.js';
import { checkVotes, type VoteCheck } from './check-votes.js';
import type { DatabasePlace } from './database-place.js';
import { loopbackAddress } from './loopback-addresses.js';
import { fillDatabase, secretName, StudyAdmin, type StudySize } from './study-scene.js';
import { VoteLedger } from './vote-ledger.js';
import { newDeeds, Voter, type Deeds, type VotingRoom } from './voter.js';
import { newCallLog, VoterSession, type CallLog } from './voter-session.js';

/** What is run. */
export interface VotingRunOptions {
  readonly home: string;
  readonly database: DatabasePlace;
  readonly size: StudySize;
  readonly voters: number;
  /** How often the server is killed, at even distances. */
  readonly kills: number;
  readonly thinkMs: number;
  /** Voters begin nothing new after so many seconds. */
  readonly seconds: number;
  /** All voters come from one address. */
  readonly isOneAddress: boolean;
  readonly seed: number;
  readonly note: (line: string) => void;
}

/** What came of it. */
export interface VotingRunResult {
  readonly deeds: Deeds;
  readonly calls: CallLog;
  readonly check: VoteCheck;
  /** What the server said that it must not. */
  readonly broken: readonly string[];
  /** From the first pair given to the last vote, with the time in which the server was down. */
  readonly seconds: number;
  /** For each time the server was killed, how long nobody answered. */
  readonly downMs: readonly number[];
  readonly use: ServerUse;
  /** Secrets that the server wrote to its terminal. */
  readonly secretsTold: number;
  readonly counted: number;
}

/** Kills the server whenever the next share of the votes was acknowledged, or of the time has passed. */
class Killer {
  readonly downMs: number[] = [];
  readonly #server: ArenaServer;
  readonly #options: VotingRunOptions;
  readonly #startedAt = performance.now();
  #votes = 0;
  #restart: Promise<void> | undefined;

  constructor(server: ArenaServer, options: VotingRunOptions) {
    this.#server = server;
    this.#options = options;
  }

  /** Share of the time that has passed. */
  get elapsed(): number {
    return (performance.now() - this.#startedAt) / (1000 * this.#options.seconds);
  }

  onVote(): void {
    const { kills, size, note } = this.#options;
    this.#votes += 1;
    const due = Math.floor(Math.max(this.#votes / size.votes, this.elapsed) * (kills + 1));
    if (this.#restart !== undefined || this.downMs.length >= Math.min(due, kills)) return;
    note(`kill -9 after ${this.#votes} votes`);
    this.#restart = this.#server.killAndRestart().then((ms) => {
      this.downMs.push(ms);
      this.#restart = undefined;
    });
  }

  async settled(): Promise<void> {
    await this.#restart;
  }
}

async function openSessions(
  invitations: readonly string[],
  options: { readonly url: string; readonly isOneAddress: boolean; readonly calls: CallLog },
): Promise<readonly VoterSession[]> {
  const { url, isOneAddress, calls } = options;
  return Promise.all(
    invitations.map((secret, number) => {
      const address = isOneAddress ? undefined : loopbackAddress(number);
      return VoterSession.open({ url, address }, secret, calls);
    }),
  );
}

/** Starts a server, lets people vote, kills the server meanwhile, and holds what it kept against what it had said. */
export async function runVoting(options: VotingRunOptions): Promise<VotingRunResult> {
  const { home, database, size, voters, thinkMs, isOneAddress, seed, note } = options;
  await fillDatabase(database.place, size);
  const adminKey = randomBytes(32).toString('base64url');
  const port = await freePort();
  await using server = await ArenaServer.start({ port, home, database: database.option, adminKey });
  using admin = new StudyAdmin(server.url, adminKey);
  const studyId = await admin.openStudy(size);
  const invitations: string[] = [];
  for (let voter = 0; voter < voters; voter += 1) invitations.push(await admin.invite(`voter ${voter}`));
  const calls = newCallLog();
  const sessions = await openSessions(invitations, { url: server.url, isOneAddress, calls });
  note(`${voters} voters are in`);
  const [ledger, deeds] = [new VoteLedger(), newDeeds()];
  const killer = new Killer(server, options);
  const room: VotingRoom = {
    studyId,
    ledger,
    deeds,
    secretNames: [...Array.from({ length: size.models }, (_, number) => secretName(number)), 'Quillon secretive'],
    given: new Map(),
    thinkMs,
    isClosing: () => killer.elapsed >= 1,
    onVote: () => killer.onVote(),
  };
  const startedAt = performance.now();
  let lastVoteAt = startedAt;
  const timed = { ...room, onVote: () => ((lastVoteAt = performance.now()), room.onVote()) };
  await Promise.all(sessions.map((session, number) => new Voter(session, timed, seededRandom(seed + number)).run()));
  await killer.settled();
  const seconds = (lastVoteAt - startedAt) / 1000;
  for (const session of sessions) session[Symbol.dispose]();
  note('everybody has voted; checking');
  const state = await admin.state(studyId);
  const { use } = server;
  const told = await server.stop();
  return {
    deeds,
    calls,
    check: checkVotes(ledger, state),
    broken: ledger.broken,
    seconds,
    downMs: killer.downMs,
    use,
    secretsTold: [adminKey, ...invitations].filter((secret) => told.includes(secret)).length,
    counted: state.progressDone,
  };
}
