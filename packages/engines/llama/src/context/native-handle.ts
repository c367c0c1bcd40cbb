import { BugError } from '@understudy/core';
import type { Pointer } from '../binding/pointer.js';

/**
 * Owns one native object. It cannot be used after it was freed, nor freed while another handle depends on it (a model
 * while a context of it lives); both would be a crash in native code, and are a `BugError` instead.
 */
export class NativeHandle implements Disposable {
  readonly #what: string;
  readonly #free: (pointer: Pointer) => void;
  #pointer: Pointer | undefined;
  #dependents = 0;

  constructor(what: string, pointer: Pointer, free: (pointer: Pointer) => void) {
    this.#what = what;
    this.#pointer = pointer;
    this.#free = free;
  }

  /** The native address, to be passed on at once and never kept. */
  get pointer(): Pointer {
    if (this.#pointer === undefined) throw this.#freed();
    return this.#pointer;
  }

  /** Throws when the object was freed; for addresses that live as long as it does. */
  assertAlive(): void {
    if (this.#pointer === undefined) throw this.#freed();
  }

  /** Keeps this object alive until the returned function is called. */
  hold(): () => void {
    this.#dependents += 1;
    let held = true;
    return () => {
      if (held) this.#dependents -= 1;
      held = false;
    };
  }

  [Symbol.dispose](): void {
    if (this.#pointer === undefined) return;
    if (this.#dependents > 0) {
      throw new BugError({ code: 'native-object-in-use', message: `Freeing a ${this.#what} that is still in use.` });
    }
    this.#free(this.#pointer);
    this.#pointer = undefined;
  }

  #freed(): BugError {
    return new BugError({ code: 'native-object-freed', message: `Using a ${this.#what} that was freed already.` });
  }
}
