import type { Context, Next } from 'hono';

/**
 * Lets one request begin at each turn of the event loop, in the order they came. SQLite answers at once, so a request runs from its beginning to
 * its end without giving the loop a turn, and two hundred that are ready do so one after the other. But the loop accepts one connection
 * a turn: whoever connects then, as all do after a restart, would wait for minutes.
 */
export function onePerTurn() {
  const waiting: (() => void)[] = [];
  const letIn = (): void => {
    waiting.shift()?.();
    // One that is scheduled now comes in the next turn.
    if (waiting.length > 0) setImmediate(letIn);
  };
  return async (_c: Context, next: Next): Promise<void> => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(letIn);
    });
    await next();
  };
}
