import { Command as Commander } from 'commander';
import type { Command, CommandEntry } from '../commands/command.js';
import type { Language, Messages } from '../messages/messages.js';
import { buildHarnessOption, buildOption } from './build-option.js';
import { generalOptions } from './general-options.js';
import { localisedHelp } from './localise-help.js';

/** What the command line turned out to ask for. */
export interface ChosenCommand {
  readonly command: Command;
  readonly words: readonly string[];
  /** Commander's own view, for the values it collected. */
  readonly commander: Commander;
}

/** How a program is built. */
export interface ProgramOptions {
  readonly entries: readonly CommandEntry[];
  /** The command that is about to run, loaded; the others are only named. */
  readonly loaded: { readonly entry: CommandEntry; readonly command: Command } | undefined;
  readonly messages: Messages;
  readonly language: Language;
  readonly version: string;
  /** Takes help and version. */
  readonly print: (text: string) => void;
  readonly onChoose: (chosen: ChosenCommand) => void;
}

function addOptions(commander: Commander, command: Command, messages: Messages): void {
  for (const definition of Object.values(command.options)) commander.addOption(buildOption(definition, messages));
  for (const option of command.harnessOptions ?? []) commander.addOption(buildHarnessOption(option));
}

function addCommand(program: Commander, entry: CommandEntry, options: ProgramOptions): void {
  const { messages, loaded, onChoose } = options;
  const names = entry.path.split(' ');
  const parent = names
    .slice(0, -1)
    .reduce((group, _, depth) => groupOf(group, names.slice(0, depth + 1), messages), program);
  const commander = parent.command(`${names.at(-1) ?? ''} ${entry.words ?? ''}`.trim());
  commander.summary(messages.commands[entry.path]).description(messages.commands[entry.path]);
  if (loaded?.entry !== entry) return;
  addOptions(commander, loaded.command, messages);
  commander.action(() => onChoose({ command: loaded.command, words: commander.args, commander }));
}

/** The command that holds others, e.g. `models` or `arena study`; made when its first one comes. */
function groupOf(parent: Commander, path: readonly string[], messages: Messages): Commander {
  const name = path.at(-1) ?? '';
  const existing = parent.commands.find((command) => command.name() === name);
  if (existing !== undefined) return existing;
  // Groups have a description of their own among the commands' texts.
  return parent.command(name).description(messages.commands[path.join(' ') as keyof Messages['commands']]);
}

/** Commander's program: every command named, the one that is about to run with its options. */
export async function buildProgram(options: ProgramOptions): Promise<Commander> {
  const { messages, language, version, print } = options;
  const program = new Commander('understudy')
    .exitOverride()
    // Help without a command counts as an error to commander, but people asked for it: it is a result as well.
    .configureOutput({ writeOut: print, writeErr: print, outputError: () => undefined })
    .configureHelp(await localisedHelp(messages, language))
    .helpOption('-h, --help', messages.help.help)
    .helpCommand('help [command]', messages.help.helpCommand)
    .version(version, '-V, --version', messages.help.version)
    .description(messages.help.description);
  for (const option of generalOptions(messages)) program.addOption(option);
  for (const entry of options.entries) addCommand(program, entry, options);
  return program.addHelpText('after', `\n${messages.help.footer.join('\n')}`);
}
