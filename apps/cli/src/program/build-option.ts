import { Option } from 'commander';
import type { Messages } from '../messages/messages.js';
import type { HarnessOption } from '../options/harness/harness-option.js';
import type { OptionDefinition } from '../options/option.js';
import { shownDefault } from '../options/shown-default.js';

const VALUE = {
  switch: () => '',
  one: (placeholder: string) => ` <${placeholder}>`,
  optional: (placeholder: string) => ` [${placeholder}]`,
  many: (placeholder: string) => ` <${placeholder}...>`,
} as const;

/** An option's names and value as commander and the reference page write them: `-f, --num_fewshot <n>`. */
export function spelling(option: Pick<OptionDefinition, 'flag' | 'short' | 'arity' | 'placeholder'>): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  return `${short}--${option.flag}${VALUE[option.arity](option.placeholder ?? 'value')}`;
}

/** An option of the table as commander knows it. Values are only collected; the table's schemas parse them. */
export function buildOption(definition: OptionDefinition, messages: Messages): Option {
  const text = messages.options[definition.text];
  const value = shownDefault(definition);
  const help = value === undefined ? text : messages.help.defaultValue(text, value);
  return new Option(spelling(definition), help).helpGroup(messages.optionGroups[definition.group]);
}

/** A flag of the reference harness: accepted, but not shown in the help. */
export function buildHarnessOption(option: HarnessOption): Option {
  return new Option(spelling(option)).hideHelp();
}
