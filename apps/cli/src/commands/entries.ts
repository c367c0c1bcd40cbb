import type { CommandEntry } from './command.js';

/** Every command, in the order of the help. */
export const commandEntries: readonly CommandEntry[] = [];
