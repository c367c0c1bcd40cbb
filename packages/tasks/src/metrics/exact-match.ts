import { substitute } from '../python/regex/substitute.js';

/** Arguments of the `exact_match` metric, with the reference harness's names. */
export interface ExactMatchArguments {
  /** Patterns of Python's `re`, removed from both sides one after the other. */
  readonly regexes_to_ignore: readonly string[];
  readonly ignore_case: boolean;
  /** ASCII punctuation. */
  readonly ignore_punctuation: boolean;
  /** ASCII digits. */
  readonly ignore_numbers: boolean;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/gu;
const DIGITS = /[0-9]/gu;

/** True if prediction and reference are the same text after removing what is to be ignored, in the order of the arguments. */
export function isExactMatch(prediction: string, reference: string, settings: ExactMatchArguments): boolean {
  return normalise(prediction, settings) === normalise(reference, settings);
}

function normalise(text: string, settings: ExactMatchArguments): string {
  const kept = settings.regexes_to_ignore.reduce((rest, pattern) => substitute(pattern, '', rest), text);
  const cased = settings.ignore_case ? kept.toLowerCase() : kept;
  const bare = settings.ignore_punctuation ? cased.replace(PUNCTUATION, '') : cased;
  return settings.ignore_numbers ? bare.replace(DIGITS, '') : bare;
}
