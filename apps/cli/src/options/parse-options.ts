import { UsageError } from '../errors/usage-error.js';
import type { Messages } from '../messages/messages.js';
import type { GivenValue, GivenValues } from './given-values.js';
import type { OptionDefinition, OptionTable, OptionValues } from './option.js';

function parseOption(definition: OptionDefinition, given: GivenValue | undefined, messages: Messages): unknown {
  const parsed = definition.schema.safeParse(given?.value);
  if (parsed.success) return parsed.data;
  const { errors } = messages;
  const expected = definition.expects(messages);
  throw new UsageError({
    code: given === undefined ? 'option-missing' : 'option-invalid',
    message:
      given === undefined
        ? errors.optionMissing(`--${definition.flag}`, expected)
        : errors.optionInvalid(given.origin, JSON.stringify(given.value), expected),
    hint: errors.seeHelp,
    values: { option: definition.flag, value: given?.value },
  });
}

/**
 * The values of a table's options: what was given, else the default.
 * Raises `UsageError` naming the option, where it was written and what it expects.
 */
export function parseOptions<Table extends OptionTable>(
  table: Table,
  given: GivenValues,
  messages: Messages,
): OptionValues<Table> {
  const entries = Object.entries(table).map(([name, definition]) => [
    name,
    parseOption(definition, given[name], messages),
  ]);
  // Each entry was parsed by the schema that its type is inferred from.
  return Object.fromEntries(entries) as OptionValues<Table>;
}
