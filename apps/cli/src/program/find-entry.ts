import type { CommandEntry } from '../commands/command.js';

/**
 * The command a command line is about: the longest path whose words appear among its arguments in order.
 * It only decides what is loaded before parsing; the parser has the last word.
 */
export function findEntry(argv: readonly string[], entries: readonly CommandEntry[]): CommandEntry | undefined {
  return entries.find(({ path }) => {
    let place = -1;
    return path.split(' ').every((word) => {
      place = argv.indexOf(word, place + 1);
      return place >= 0;
    });
  });
}
