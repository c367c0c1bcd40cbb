import { describe, expect, it } from 'vitest';
import { commandEntries } from '../commands/entries.js';
import { findEntry } from './find-entry.js';

describe('the command of a command line', () => {
  it.each([
    ['ratings votes.csv', 'ratings'],
    ['arena study show ratings', 'arena study show'],
    ['--lang zh-CN arena study ls --json', 'arena study ls'],
    ['arena demo chat', 'arena demo'],
    ['models ls', 'models ls'],
  ])('%s', (line, path) => {
    expect(findEntry(line.split(' '), commandEntries)?.path).toBe(path);
  });

  it('is none where the words are of none', () => {
    expect(findEntry(['arena', 'study'], commandEntries)).toBeUndefined();
    expect(findEntry(['ls', 'models'], commandEntries)).toBeUndefined();
  });
});
