import type { CommandEntry } from '../commands/command.js';

/**
 * The command a command line is about: of the paths whose words appear among its arguments in order the one that begins first, and of those
 * the longest. It only decides what is loaded before parsing; the parser has the last word.
 */
export function findEntry(argv: readonly string[], entries: readonly CommandEntry[]): CommandEntry | undefined {
  let found: { readonly entry: CommandEntry; readonly start: number; readonly length: number } | undefined;
  for (const entry of entries) {
    const words = entry.path.split(' ');
    const start = placeOf(argv, words);
    if (start < 0) continue;
    const isBetter =
      found === undefined || start < found.start || (start === found.start && words.length > found.length);
    if (isBetter) found = { entry, start, length: words.length };
  }
  return found?.entry;
}

/** Where the first of the words is, if all of them are there in order; otherwise −1. */
function placeOf(argv: readonly string[], words: readonly string[]): number {
  let place = -1;
  const places = words.map((word) => {
    place = place === Infinity ? Infinity : argv.indexOf(word, place + 1);
    if (place < 0) place = Infinity;
    return place;
  });
  return place === Infinity ? -1 : (places[0] ?? -1);
}
