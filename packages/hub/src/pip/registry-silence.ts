import { SourceError } from '../transfer/source-error.js';
import type { Transfer } from '../transfer/transfer.js';

/** pip has been answered once it says one of these. */
const ANSWERED =
  /^\s*(Downloading|Using cached|File was already downloaded|Saved|Looking in links|Processing|Obtaining)/;

/** Stops pip when the registry has not answered in time. */
export class RegistrySilence {
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #timeoutMs: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(transfer: Transfer) {
    this.#timeoutMs = transfer.answerTimeoutMs;
    this.signal = transfer.signal
      ? AbortSignal.any([this.#controller.signal, transfer.signal])
      : this.#controller.signal;
  }

  get isOver(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Starts the clock when pip begins to ask, stops it with the first answer. */
  hear(line: string): void {
    if (line.startsWith('Collecting')) {
      this.#timer ??= setTimeout(() => this.#controller.abort(), this.#timeoutMs);
    } else if (ANSWERED.test(line)) {
      this.end();
    }
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  error(source: string): SourceError {
    return new SourceError({ code: 'source-silent', source, reason: `no answer for ${this.#timeoutMs / 1000} s` });
  }
}
