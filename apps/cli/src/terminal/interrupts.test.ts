import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { listenForInterrupts } from './interrupts.js';

function listening() {
  const exits: (number | string | null | undefined)[] = [];
  const source = Object.assign(new EventEmitter(), {
    exit: (code?: number | string | null) => {
      exits.push(code);
      // The process would be gone here.
      return undefined as never;
    },
  }) as unknown as NodeJS.Process;
  return { source, exits, interrupts: listenForInterrupts(source, 130) };
}

test('the first Ctrl-C aborts the work, the second ends the process', () => {
  const { source, exits, interrupts } = listening();
  source.emit('SIGINT', 'SIGINT');
  expect(interrupts.signal.aborted).toBe(true);
  expect(exits).toEqual([]);
  source.emit('SIGINT', 'SIGINT');
  expect(exits).toEqual([130]);
});

test('a claimed Ctrl-C ends only what claimed it, and the next one aborts the work', () => {
  const { source, interrupts } = listening();
  let stopped = 0;
  using claim = interrupts.claim(() => stopped++);
  source.emit('SIGINT', 'SIGINT');
  expect({ stopped, aborted: interrupts.signal.aborted }).toEqual({ stopped: 1, aborted: false });
  source.emit('SIGINT', 'SIGINT');
  expect({ stopped, aborted: interrupts.signal.aborted }).toEqual({ stopped: 1, aborted: true });
  expect(claim).toBeDefined();
});

test('a claim that was given up has no effect', () => {
  const { source, interrupts } = listening();
  interrupts.claim(() => undefined)[Symbol.dispose]();
  source.emit('SIGTERM', 'SIGTERM');
  expect(interrupts.signal.aborted).toBe(true);
});
