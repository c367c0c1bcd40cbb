import type { Outcome } from './calls.js';

/** The key of each outcome, as shown on its button; in the order of the buttons. */
export const OUTCOME_KEYS = [
  ['a', '1'],
  ['b', '2'],
  ['tie', '3'],
  ['both_bad', '4'],
  ['skip', '0'],
] as const satisfies readonly (readonly [Outcome, string])[];

/** Keys after the vote. */
export const AFTER_KEYS = { undo: 'u', reveal: 'r', next: 'n' } as const;
export type AfterAction = keyof typeof AFTER_KEYS;

/** What a key press asks for. */
export type KeyAction = { readonly vote: Outcome } | { readonly after: AfterAction } | null;

/** A key press, as much of it as matters. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

/** Reads a key press. With a modifier it belongs to the browser; a held key, or one of an input method, is no vote. */
export function readKey(press: KeyPress): KeyAction {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || press.isComposing) return null;
  const vote = OUTCOME_KEYS.find(([, key]) => key === press.key)?.[0];
  if (vote !== undefined) return { vote };
  const after = Object.entries(AFTER_KEYS).find(([, key]) => key === press.key.toLowerCase())?.[0];
  // The entry is one of the table's own keys.
  return after === undefined ? null : { after: after as AfterAction };
}

/** Whether the person is writing: then keys are letters. */
export function isWriting(target: { readonly tagName?: string; readonly isContentEditable?: boolean } | null): boolean {
  if (target === null) return false;
  return target.isContentEditable === true || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName ?? '');
}
