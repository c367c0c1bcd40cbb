/** The process as far as signals go. */
type SignalSource = Pick<NodeJS.Process, 'on' | 'off' | 'exit'>;

/** A signal for the work, and the end of listening. */
export interface Interrupts extends Disposable {
  readonly signal: AbortSignal;
}

/**
 * Turns the first Ctrl-C or termination signal into an abort, so that work can stop cleanly; the second ends the
 * process at once. Child processes hear the terminal's Ctrl-C too, but their end is up to their owner.
 */
export function listenForInterrupts(source: SignalSource, exitCode: number): Interrupts {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) source.exit(exitCode);
    controller.abort();
  };
  source.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      source.off('SIGINT', stop).off('SIGTERM', stop);
    },
  };
}
