/** The process as far as signals go. */
type SignalSource = Pick<NodeJS.Process, 'on' | 'off' | 'exit'>;

/** The user's wish to stop, as Ctrl-C or a termination signal tells it. */
export interface Interrupts extends Disposable {
  /** Aborted by the first interrupt that nobody claimed. */
  readonly signal: AbortSignal;
  /** The next interrupt ends something smaller than the whole command, e.g. one answer of a chat. */
  claim(stop: () => void): Disposable;
  /** Does what an interrupt does: a terminal in raw mode reports Ctrl-C as a key. */
  interrupt(): void;
}

/**
 * Listens for interrupts. The first ends what claimed it, else it aborts the work so that it can stop cleanly; one more
 * ends the process at once. Child processes hear the terminal's Ctrl-C too, but their end is up to their owner.
 */
export function listenForInterrupts(source: SignalSource, exitCode: number): Interrupts {
  const controller = new AbortController();
  let claimed: (() => void) | undefined;
  const interrupt = (): void => {
    const stop = claimed;
    claimed = undefined;
    if (stop !== undefined) return stop();
    if (controller.signal.aborted) source.exit(exitCode);
    controller.abort();
  };
  source.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    interrupt,
    claim: (stop) => {
      claimed = stop;
      return {
        [Symbol.dispose]: () => {
          if (claimed === stop) claimed = undefined;
        },
      };
    },
    [Symbol.dispose]: () => {
      source.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    },
  };
}
