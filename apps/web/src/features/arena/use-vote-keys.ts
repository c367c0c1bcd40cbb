import { useLayoutEffect, useRef } from 'react';
import { isWriting, type KeyAction, readKey } from './vote-keys.js';

/** Calls back for the keys that vote, undo, show the names and go on, unless somebody is writing or keys are switched off. */
export function useVoteKeys(enabled: boolean, act: (action: NonNullable<KeyAction>) => void): void {
  const latest = useRef(act);
  // Before the page is painted: whoever presses a key has seen what it means now.
  useLayoutEffect(() => {
    latest.current = act;
  });
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isWriting(event.target instanceof HTMLElement ? event.target : null)) return;
      const action = readKey(event);
      if (action === null) return;
      event.preventDefault();
      latest.current(action);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
}
