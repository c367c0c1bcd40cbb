import { expect, test } from 'vitest';
import { isWriting, type KeyPress, readKey } from './vote-keys.js';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});

test.each([
  ['1', { vote: 'a' }],
  ['2', { vote: 'b' }],
  ['3', { vote: 'tie' }],
  ['4', { vote: 'both_bad' }],
  ['0', { vote: 'skip' }],
  ['u', { after: 'undo' }],
  ['N', { after: 'next' }],
  ['r', { after: 'reveal' }],
  ['5', null],
  ['Enter', null],
])('%s asks for %j', (key, action) => {
  expect(readKey(press(key))).toEqual(action);
});

test.each([[{ ctrlKey: true }], [{ metaKey: true }], [{ altKey: true }], [{ repeat: true }], [{ isComposing: true }]])(
  'with %j a key is no vote',
  (more) => {
    expect(readKey(press('1', more))).toBeNull();
  },
);

test('while writing, keys are letters', () => {
  expect(isWriting({ tagName: 'TEXTAREA' })).toBe(true);
  expect(isWriting({ tagName: 'DIV', isContentEditable: true })).toBe(true);
  expect(isWriting({ tagName: 'BUTTON' })).toBe(false);
  expect(isWriting(null)).toBe(false);
});
