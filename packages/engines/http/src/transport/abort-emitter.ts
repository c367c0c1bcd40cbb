import { EventEmitter } from 'node:events';

/** The emitters of signals, each made once. */
const emitters = new WeakMap<AbortSignal, EventEmitter>();

/**
 * A signal as undici also takes it: adding and removing a listener costs an event emitter a tenth of what it costs an `AbortSignal`, and
 * it happens for every request.
 */
export function abortEmitter(signal: AbortSignal): EventEmitter {
  const known = emitters.get(signal);
  if (known !== undefined) return known;
  const emitter = new EventEmitter().setMaxListeners(0);
  emitters.set(signal, emitter);
  signal.addEventListener('abort', () => emitter.emit('abort'), { once: true });
  return emitter;
}
