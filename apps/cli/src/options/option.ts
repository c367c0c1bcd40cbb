import type { z } from 'zod';
import type { Messages } from '../messages/messages.js';

/** How many values an option takes: none, one, at most one, or any number (repeated or space separated). */
export type OptionArity = 'switch' | 'one' | 'optional' | 'many';

/**
 * One option, defined once: it serves the command line, the config file and the reference page.
 * Its default is what `schema` makes of `undefined`.
 */
export interface OptionDefinition<Schema extends z.ZodType = z.ZodType> {
  /** Long flag without dashes, as shown; `_` and `-` may be exchanged by the user. It is also the config file's key. */
  readonly flag: string;
  /** One-letter flag, as the reference harness has it. */
  readonly short?: string;
  readonly arity: OptionArity;
  /** Shown in place of the value, e.g. `n`. */
  readonly placeholder?: string;
  /** Accepts the command line's strings and the config file's values alike. */
  readonly schema: Schema;
  /** What a value must be, for the error message. */
  readonly expects: (messages: Messages) => string;
  /** Key of the help text. */
  readonly text: keyof Messages['options'];
  readonly group: keyof Messages['optionGroups'];
  /** True when lm-evaluation-harness 0.4.12 has this flag with this meaning. */
  readonly harness?: boolean;
}

/** A table of options by the name the code uses. */
export type OptionTable = Readonly<Record<string, OptionDefinition>>;

/** The parsed values of a table. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Key in keyof Table]: z.output<Table[Key]['schema']>;
};
