import { Option } from 'commander';
import type { Messages } from '../messages/messages.js';

/** Options of every command. They need no schema, so that plain help loads none. */
export function generalOptions(messages: Messages): readonly Option[] {
  return [new Option('--lang <tag>', messages.options.lang), new Option('--verbose', messages.options.verbose)];
}
