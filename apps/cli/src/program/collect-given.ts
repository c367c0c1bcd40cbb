import type { Command as Commander } from 'commander';
import type { Command } from '../commands/command.js';
import type { GivenValue, GivenValues } from '../options/given-values.js';

/** What the command line gave, by the names of the tables; defaults are the tables' business. */
export function collectGiven(commander: Commander, command: Command): GivenValues {
  const own = Object.entries(command.options).map(([name, { flag }]) => ({ name, flag }));
  const harness = (command.harnessOptions ?? []).map(({ flag }) => ({ name: flag, flag }));
  const entries = [...own, ...harness].flatMap(({ name, flag }): (readonly [string, GivenValue])[] => {
    const attribute = commander.options.find((option) => option.long === `--${flag}`)?.attributeName() ?? flag;
    if (commander.getOptionValueSource(attribute) !== 'cli') return [];
    return [[name, { value: commander.getOptionValue(attribute) as unknown, origin: `--${flag}` }]];
  });
  return Object.fromEntries(entries);
}
