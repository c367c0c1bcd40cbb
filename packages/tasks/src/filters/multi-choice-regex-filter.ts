import { findAll } from '../python/regex/find-all.js';
import { escapeRegex } from '../python/regex/escape-regex.js';
import { pythonRegex } from '../python/regex/python-regex.js';
import { substitute } from '../python/regex/substitute.js';
import { stripPython } from '../python/white-space.js';
import type { FilterDocument, FilterStep } from './filter-step.js';
import { selectMatch, type RegexFilterArguments } from './regex-filter.js';

/** Arguments of the `multi_choice_regex` filter, with the reference harness's names. */
export interface MultiChoiceRegexFilterArguments extends RegexFilterArguments {
  readonly ignore_case: boolean;
  readonly ignore_punctuation: boolean;
  readonly regexes_to_ignore: readonly string[];
}

const PUNCTUATION = /\p{P}/gu;

/**
 * The `multi_choice_regex` filter: the letter of the chosen answer as `(A)`. Three attempts on each response: the pattern;
 * the text of one of the document's `choices`; a bare letter after a colon.
 */
export function multiChoiceRegexFilter(options: MultiChoiceRegexFilterArguments): FilterStep {
  const { regex_pattern, group_select, fallback } = options;
  pythonRegex(regex_pattern);
  const clean = cleaner(options);
  return {
    fallback,
    apply: (responses, document) => {
      const choices = cleanChoices(document, clean);
      const letters = new Map(choices.map((choice, index) => [choice, `(${letterAt(index)})`]));
      const byText = choices.map(escapeRegex).join('|');
      const bare = choices.map((_, index) => letterAt(index)).join('|');
      // An empty choice matches everywhere and says nothing.
      return responses.map((response) => {
        const text = typeof response === 'string' ? response : '';
        const chosen = nonEmpty(selectMatch(findAll(byText, clean(text)), group_select));
        const letter = selectMatch(findAll(`:\\s*(${bare})`, text), group_select);
        return (
          nonEmpty(selectMatch(findAll(regex_pattern, text), group_select)) ??
          (chosen === undefined ? undefined : (letters.get(chosen) ?? chosen)) ??
          (letter === undefined ? fallback : `(${letter})`)
        );
      });
    },
  };
}

function cleanChoices(document: FilterDocument, clean: (text: string) => string): readonly string[] {
  const choices = document['choices'];
  return Array.isArray(choices) ? choices.map((choice) => clean(stripPython(String(choice)))) : [];
}

/** 0 is A. */
function letterAt(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

function cleaner(options: MultiChoiceRegexFilterArguments): (text: string) => string {
  return (text) => {
    const kept = options.regexes_to_ignore.reduce((rest, pattern) => substitute(pattern, '', rest), text);
    const cased = options.ignore_case ? kept.toLowerCase() : kept;
    return options.ignore_punctuation ? cased.replace(PUNCTUATION, '') : cased;
  };
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
