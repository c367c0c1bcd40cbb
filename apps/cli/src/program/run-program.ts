import { CommanderError } from 'commander';
import type { CommandContext } from '../commands/command-context.js';
import type { Command } from '../commands/command.js';
import { commandEntries } from '../commands/entries.js';
import { buildProgram, type ChosenCommand } from './build-program.js';
import { collectGiven } from './collect-given.js';
import { findEntry } from './find-entry.js';
import { canonicalFlags } from './flags.js';

/** Help and version are printed by commander, which then says so by an error of these codes. */
const SHOWN = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

async function loadCommand(argv: readonly string[]): Promise<Parameters<typeof buildProgram>[0]['loaded']> {
  const entry = findEntry(argv, commandEntries);
  return entry === undefined ? undefined : { entry, command: await entry.load() };
}

function knownFlags(command: Command | undefined): readonly { readonly flag: string }[] {
  return [...Object.values(command?.options ?? {}), ...(command?.harnessOptions ?? [])];
}

async function runChosen({ command, commander, words }: ChosenCommand, context: CommandContext): Promise<number> {
  // Schemas are loaded here, not with the help.
  const { parseOptions } = await import('../options/parse-options.js');
  const collected = collectGiven(commander, command);
  const given = command.prepare?.(collected, context, words) ?? collected;
  return command.run({ values: parseOptions(command.options, given, context.messages), words }, context);
}

/** Parses the command line and runs its command; returns the exit code. Raises `UsageError` for a wrong command line. */
export async function runProgram(argv: readonly string[], context: CommandContext): Promise<number> {
  const { messages, language, version, stdout } = context;
  const loaded = await loadCommand(argv);
  let chosen: ChosenCommand | undefined;
  const program = await buildProgram({
    entries: commandEntries,
    loaded,
    messages,
    language,
    version,
    print: (text) => stdout.write(text),
    onChoose: (choice) => {
      chosen = choice;
    },
  });
  try {
    program.parse(canonicalFlags(argv, knownFlags(loaded?.command)), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (SHOWN.has(error.code)) return 0;
    const { usageErrorOf } = await import('./command-error.js');
    throw usageErrorOf(error, messages);
  }
  return chosen === undefined ? 0 : runChosen(chosen, context);
}
