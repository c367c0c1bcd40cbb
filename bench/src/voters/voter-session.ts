import { ArenaClient, type Answer, type Call, type ClientPlace } from './arena-client.js';

/** What of calls is measured. */
export interface CallLog {
  /** Milliseconds of the calls that were answered with 200, by kind. */
  readonly latencies: Map<string, number[]>;
  /** Connections lost and answers 429, each tried again. */
  readonly again: { lost: number; limited: number };
}

/** An empty log. */
export function newCallLog(): CallLog {
  return { latencies: new Map(), again: { lost: 0, limited: 0 } };
}

interface SessionBody {
  readonly csrf: string;
  readonly annotator: { readonly id: string };
}

/** A browser that has shown its invitation: cookie, CSRF token, connections of its own. */
export class VoterSession implements Disposable {
  readonly annotatorId: string;
  readonly #client: ArenaClient;
  readonly #log: CallLog;
  readonly #headers: Readonly<Record<string, string>>;

  private constructor(client: ArenaClient, log: CallLog, { csrf, annotator }: SessionBody, cookie: string) {
    this.#client = client;
    this.#log = log;
    this.#headers = { cookie, 'x-csrf-token': csrf };
    this.annotatorId = annotator.id;
  }

  /** Signs in with an invitation's secret. */
  static async open(place: ClientPlace, invitation: string, log: CallLog): Promise<VoterSession> {
    const client = new ArenaClient(place);
    const call: Call = { method: 'POST', path: '/api/session', body: { key: invitation } };
    const answer = await client.sendSurely(call, (why) => (log.again[why] += 1));
    if (answer.status !== 200 || answer.setCookie === undefined) throw new Error(`No session: ${answer.text}`);
    // The server's answer to a good key.
    return new VoterSession(client, log, answer.body as SessionBody, answer.setCookie);
  }

  [Symbol.dispose](): void {
    this.#client[Symbol.dispose]();
  }

  /** Sends until there is an answer; its time is logged under `kind`. `isSentAgain`: the server may have been asked more than once. */
  async send(kind: string, call: Call): Promise<Answer & { readonly isSentAgain: boolean }> {
    let startedAt = performance.now();
    const again = (why: 'lost' | 'limited'): void => {
      this.#log.again[why] += 1;
      startedAt = Number.NaN;
    };
    const answer = await this.#client.sendSurely({ ...call, headers: { ...this.#headers, ...call.headers } }, again);
    const took = performance.now() - startedAt;
    const isSentAgain = Number.isNaN(took);
    if (answer.status === 200 && !isSentAgain) {
      const times = this.#log.latencies.get(kind);
      if (times === undefined) this.#log.latencies.set(kind, [took]);
      else times.push(took);
    }
    return { ...answer, isSentAgain };
  }
}
