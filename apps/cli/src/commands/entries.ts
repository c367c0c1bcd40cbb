import type { CommandEntry } from './command.js';

/** Every command, in the order of the help. */
export const commandEntries: readonly CommandEntry[] = [
  { path: 'runs ls', load: async () => (await import('./runs/ls.js')).runsLs },
  { path: 'runs rm', words: '<run...>', load: async () => (await import('./runs/rm.js')).runsRm },
];
