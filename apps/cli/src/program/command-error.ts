import type { CommanderError } from 'commander';
import { UsageError } from '../errors/usage-error.js';
import type { Messages } from '../messages/messages.js';

/** What commander found wrong, by its stable codes; `name` is the quoted part of its message. */
const TEXTS: Readonly<Record<string, (name: string, messages: Messages) => string>> = {
  'commander.unknownOption': (name, { errors }) => errors.unknownOption(name),
  'commander.unknownCommand': (name, { errors }) => errors.unknownCommand(name),
  'commander.missingArgument': (name, { errors }) => errors.missingArgument(name),
  'commander.optionMissingArgument': (name, { errors }) => errors.missingValue(name),
  'commander.excessArguments': (_name, { errors }) => errors.excessArguments,
};

/** Commander's complaint as a usage error in the user's language. */
export function usageErrorOf(error: CommanderError, messages: Messages): UsageError {
  const [, name = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const [, near] = /\(Did you mean (?:one of )?(.+)\?\)/.exec(error.message) ?? [];
  return new UsageError({
    message: TEXTS[error.code]?.(name, messages) ?? error.message.replace(/^error: /, ''),
    hint: near === undefined ? messages.errors.seeHelp : messages.errors.didYouMean(near),
    cause: error,
  });
}
