import type { Messages } from '../../messages/messages.js';
import type { GivenValue, GivenValues } from '../given-values.js';
import type { OptionArity } from '../option.js';

/** What becomes of a flag that only the reference harness has. */
export interface Translation {
  /** Values for our own options; one that was given explicitly wins. */
  readonly given?: GivenValues;
  /** A line for the user. */
  readonly notice?: string;
}

/** What else was written. */
export interface TranslationContext {
  /** The reference harness's backend that `--model` names. */
  readonly backend: string | undefined;
}

/** A flag of lm-evaluation-harness 0.4.12 that Understudy translates, does not need, or refuses. */
export interface HarnessOption {
  readonly flag: string;
  readonly short?: string;
  readonly arity: OptionArity;
  readonly outcome: 'mapped' | 'unneeded' | 'refused';
  /** Key of the text that names our equivalent. */
  readonly note: keyof Messages['harnessNotes'];
  /** Raises `UsageError` for a value that is refused. */
  readonly translate: (given: GivenValue, messages: Messages, around: TranslationContext) => Translation;
}
