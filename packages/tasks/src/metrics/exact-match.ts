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

/** What is left of a text after one of the arguments. */
export interface ExactMatchStep {
  readonly rule: 'regex' | 'ignore_case' | 'ignore_punctuation' | 'ignore_numbers';
  /** The pattern of a `regex`; else empty. */
  readonly pattern: string;
  readonly text: string;
}

/** True if prediction and reference are the same text after removing what is to be ignored, in the order of the arguments. */
export function isExactMatch(prediction: string, reference: string, settings: ExactMatchArguments): boolean {
  return normalise(prediction, settings) === normalise(reference, settings);
}

/** What becomes of a text, argument by argument; the last of them is compared, the text itself where there is none. */
export function exactMatchSteps(text: string, settings: ExactMatchArguments): readonly ExactMatchStep[] {
  const rules: readonly (Omit<ExactMatchStep, 'text'> & { readonly apply: (rest: string) => string })[] = [
    ...settings.regexes_to_ignore.map((pattern) => ({
      rule: 'regex' as const,
      pattern,
      apply: (rest: string) => substitute(pattern, '', rest),
    })),
    ...(['ignore_case', 'ignore_punctuation', 'ignore_numbers'] as const)
      .filter((rule) => settings[rule])
      .map((rule) => ({ rule, pattern: '', apply: IGNORE[rule] })),
  ];
  const steps: ExactMatchStep[] = [];
  for (const { rule, pattern, apply } of rules) steps.push({ rule, pattern, text: apply(steps.at(-1)?.text ?? text) });
  return steps;
}

const IGNORE = {
  ignore_case: (text: string) => text.toLowerCase(),
  ignore_punctuation: (text: string) => text.replace(PUNCTUATION, ''),
  ignore_numbers: (text: string) => text.replace(DIGITS, ''),
} as const;

function normalise(text: string, settings: ExactMatchArguments): string {
  return exactMatchSteps(text, settings).at(-1)?.text ?? text;
}
