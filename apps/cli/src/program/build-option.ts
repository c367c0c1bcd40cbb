import { Option } from 'commander';
import type { Messages } from '../messages/messages.js';
import type { HarnessOption } from '../options/harness-option.js';
import type { OptionDefinition } from '../options/option.js';

const VALUE = {
  switch: () => '',
  one: (placeholder: string) => ` <${placeholder}>`,
  optional: (placeholder: string) => ` [${placeholder}]`,
  many: (placeholder: string) => ` <${placeholder}...>`,
} as const;

function spelling(option: Pick<OptionDefinition, 'flag' | 'short' | 'arity' | 'placeholder'>): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  return `${short}--${option.flag}${VALUE[option.arity](option.placeholder ?? 'value')}`;
}

/** The default as the help shows it; nothing for what is off or absent unless asked for. */
function shownDefault(definition: OptionDefinition, messages: Messages): string {
  const { data } = definition.schema.safeParse(undefined);
  const isShown = typeof data === 'string' || typeof data === 'number' || (Array.isArray(data) && data.length > 0);
  return isShown ? ` ${messages.help.defaultValue([data].flat().join(' '))}` : '';
}

/** An option of the table as commander knows it. Values are only collected; the table's schemas parse them. */
export function buildOption(definition: OptionDefinition, messages: Messages): Option {
  const help = `${messages.options[definition.text]}${shownDefault(definition, messages)}`;
  return new Option(spelling(definition), help).helpGroup(messages.optionGroups[definition.group]);
}

/** A flag of the reference harness: accepted, but not shown in the help. */
export function buildHarnessOption(option: HarnessOption): Option {
  return new Option(spelling(option)).hideHelp();
}
