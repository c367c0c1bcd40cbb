import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliProcess } from '../faults/cli-process.js';
import { treeMemoryBytes } from '../measure/tree-memory.js';

/** How a server is started; the same again takes up the same database. */
export interface ArenaServerOptions {
  readonly port: number;
  readonly home: string;
  /** Address of a database; undefined: SQLite in the home folder. */
  readonly database: string | undefined;
  readonly adminKey: string;
}

/** What the server took of the machine. */
export interface ServerUse {
  readonly peakBytes: number | undefined;
  readonly lastBytes: number | undefined;
  /** Of all its processes, those that were killed too. */
  readonly cpuSeconds: number | undefined;
}

const SAMPLE_MS = 200;
const READY_MS = 60_000;
/** Clock ticks a second, in which `/proc` counts: the same on every Linux. */
const TICKS = 100;

/** CPU seconds of a process, of all its threads; undefined where there is no `/proc`. */
function cpuSeconds(pid: number): number | undefined {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = after.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return undefined;
  }
}

/** `understudy serve` as a real process, which can be killed and started again. */
export class ArenaServer implements AsyncDisposable {
  readonly url: string;
  readonly #options: ArenaServerOptions;
  #process: CliProcess;
  readonly #sampler: NodeJS.Timeout;
  #peakBytes = 0;
  #lastBytes: number | undefined;
  /** Of the processes before this one. */
  #cpuBefore = 0;
  #cpuNow: number | undefined;

  private constructor(options: ArenaServerOptions) {
    this.#options = options;
    this.url = `http://127.0.0.1:${options.port}`;
    this.#process = this.#spawn();
    this.#sampler = setInterval(() => this.#sample(), SAMPLE_MS);
  }

  /** Starts one and waits until it answers. Throws with what it said when it does not. */
  static async start(options: ArenaServerOptions): Promise<ArenaServer> {
    const server = new ArenaServer(options);
    await server.#answering();
    return server;
  }

  get use(): ServerUse {
    this.#sample();
    const cpu = this.#cpuNow === undefined ? undefined : this.#cpuBefore + this.#cpuNow;
    return { peakBytes: this.#peakBytes || undefined, lastBytes: this.#lastBytes, cpuSeconds: cpu };
  }

  /** Kills it as `kill -9` does, and starts it again. Returns the milliseconds for which nobody answered. */
  async killAndRestart(): Promise<number> {
    this.#sample();
    const startedAt = performance.now();
    this.#process.kill('SIGKILL');
    await this.#process.result;
    this.#cpuBefore += this.#cpuNow ?? 0;
    this.#cpuNow = undefined;
    this.#process = this.#spawn();
    await this.#answering();
    return performance.now() - startedAt;
  }

  /** Ends it as Ctrl-C does. Returns everything that it wrote since it was started last. */
  async stop(): Promise<string> {
    clearInterval(this.#sampler);
    this.#process.kill('SIGINT');
    const { stdout, stderr } = await this.#process.result;
    return stdout + stderr;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#sampler);
    this.#process.kill('SIGKILL');
    await this.#process.result;
  }

  #spawn(): CliProcess {
    const { port, home, database, adminKey } = this.#options;
    const place = database === undefined ? [] : ['--database', database];
    const environment = { ...process.env, UNDERSTUDY_HOME: home, UNDERSTUDY_ADMIN_KEY: adminKey };
    return new CliProcess(['serve', '--port', String(port), '--require-key', ...place], environment);
  }

  async #answering(): Promise<void> {
    let ended: string | undefined;
    void this.#process.result.then(({ stderr }) => (ended = stderr));
    for (const until = Date.now() + READY_MS; Date.now() < until; await sleep(25)) {
      if (ended !== undefined) throw new Error(`The server ended before it answered: ${ended}`);
      const answer = await fetch(`${this.url}/api/session`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok === true) return;
    }
    throw new Error('The server did not answer within a minute.');
  }

  #sample(): void {
    const { pid } = this.#process;
    this.#cpuNow = cpuSeconds(pid) ?? this.#cpuNow;
    const bytes = treeMemoryBytes(pid);
    if (bytes === undefined) return;
    this.#lastBytes = bytes;
    this.#peakBytes = Math.max(this.#peakBytes, bytes);
  }
}
