import { setTimeout as sleep } from 'node:timers/promises';
import { CliProcess } from '../faults/cli-process.js';

/** A real `understudy serve` that can be killed and started again on the same port and database. */
export class ArenaServer {
  readonly url: string;
  readonly #start: () => CliProcess;
  #process: CliProcess;

  private constructor(url: string, process: CliProcess, start: () => CliProcess) {
    this.url = url;
    this.#process = process;
    this.#start = start;
  }

  /** Starts it on a port, and waits until it answers. */
  static async start({ home, port }: { readonly home: string; readonly port: number }): Promise<ArenaServer> {
    const { PATH, HOME, TMPDIR } = process.env;
    const environment = { PATH, HOME, TMPDIR, LANG: 'en_US.UTF-8', NO_COLOR: '1', UNDERSTUDY_HOME: home };
    const start = (): CliProcess => new CliProcess(['serve', '--port', String(port)], environment);
    const server = new ArenaServer(`http://127.0.0.1:${port}`, start(), start);
    await server.#untilReady();
    return server;
  }

  /** Kills it as a power failure would: no handler runs. Then starts it again; returns the seconds that it was away. */
  async killAndRestart(): Promise<number> {
    const from = performance.now();
    this.#process.killGroup('SIGKILL');
    await this.#process.result;
    this.#process = this.#start();
    await this.#untilReady();
    return (performance.now() - from) / 1000;
  }

  /** Stops it as Ctrl-C does; returns its exit code. */
  async stop(): Promise<number | undefined> {
    this.#process.kill('SIGINT');
    return (await this.#process.result).code;
  }

  async #untilReady(): Promise<void> {
    let result: Awaited<CliProcess['result']> | undefined;
    void this.#process.result.then((ended) => (result = ended));
    while (
      !(await fetch(`${this.url}/api/session`).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (result !== undefined) throw new Error(`The server did not start: ${result.stderr}`);
      await sleep(50);
    }
  }
}
