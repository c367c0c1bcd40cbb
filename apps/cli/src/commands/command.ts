import type { GivenValues } from '../options/given-values.js';
import type { HarnessOption } from '../options/harness/harness-option.js';
import type { OptionTable, OptionValues } from '../options/option.js';
import type { Messages } from '../messages/messages.js';
import type { CommandContext } from './command-context.js';

/** What the program needs to know of a command before it is loaded: help must not load engines. */
export interface CommandEntry {
  /** `models pull`; also the key of its one-line description. */
  readonly path: keyof Messages['commands'];
  /** Arguments as commander writes them: `<spec...>`, `[pattern]`. */
  readonly words?: string;
  readonly load: () => Promise<Command>;
}

/** A command. Its work is done by the packages; it reads options and prints. */
export interface Command<Table extends OptionTable = OptionTable> {
  readonly options: Table;
  /** Flags that only the reference harness has, for `prepare` to translate. */
  readonly harnessOptions?: readonly HarnessOption[];
  /** Completes what was written before it is parsed, e.g. from a config file; `words` are the arguments that are not options. */
  readonly prepare?: (given: GivenValues, context: CommandContext, words: readonly string[]) => GivenValues;
  /** Returns the exit code. Raises `UsageError` for options that do not go together. */
  run(call: CommandCall<Table>, context: CommandContext): Promise<number>;
}

/** One use of a command. */
export interface CommandCall<Table extends OptionTable> {
  readonly values: OptionValues<Table>;
  /** The arguments that are not options. */
  readonly words: readonly string[];
}

/** Keeps the type of a command's option table. */
export function defineCommand<const Table extends OptionTable>(command: Command<Table>): Command<Table> {
  return command;
}
