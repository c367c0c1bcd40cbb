import { z } from 'zod';
import type { PythonValue } from '../python/python-value.js';
import { stripPython } from '../python/white-space.js';
import { extractChoiceFilter } from './choice/extract-choice-filter.js';
import { eachText, type FilterStep } from './filter-step.js';
import { mapFilter } from './map-filter.js';
import { multiChoiceRegexFilter } from './multi-choice-regex-filter.js';
import { regexFilter } from './regex-filter.js';
import { majorityVoteFilter, takeFirstFilter, takeFirstKFilter } from './selection-filters.js';

/** Makes a step from the arguments that stand beside `function:` in a task file; a `z.ZodError` tells what is wrong. */
export type FilterFactory = (settings: Readonly<Record<string, unknown>>) => FilterStep;

/** Values of YAML are JSON values, which Python has too. */
const value = z.json().transform((json): PythonValue => json);
const none = z.strictObject({});

const regexArguments = z.strictObject({
  regex_pattern: z.string().default('#### (\\-?[0-9\\.\\,]+)'),
  group_select: z.int().default(0),
  fallback: value.default('[invalid]'),
});

const multiChoiceArguments = regexArguments.extend({
  ignore_case: z.boolean().default(false),
  ignore_punctuation: z.boolean().default(false),
  regexes_to_ignore: z
    .array(z.string())
    .nullish()
    .transform((patterns) => patterns ?? []),
});

const mapArguments = z.strictObject({
  mapping_dict: z.record(z.string(), value).default({}),
  default_value: value.default(null),
});

const extractChoiceArguments = z.strictObject({ choices: z.string().min(1), fallback: value.default('[invalid]') });

function factory<Arguments>(schema: z.ZodType<Arguments>, create: (settings: Arguments) => FilterStep): FilterFactory {
  return (settings) => create(schema.parse(settings));
}

/** The filters by the names that task files use: those of lm-evaluation-harness, and `extract_choice`, which is ours. */
export const FILTERS: Readonly<Record<string, FilterFactory>> = {
  take_first: factory(none, takeFirstFilter),
  take_first_k: factory(z.strictObject({ k: z.int().min(1) }), takeFirstKFilter),
  majority_vote: factory(none, majorityVoteFilter),
  regex: factory(regexArguments, regexFilter),
  multi_choice_regex: factory(multiChoiceArguments, multiChoiceRegexFilter),
  remove_whitespace: factory(none, () => eachText(stripPython)),
  lowercase: factory(none, () => eachText((text) => text.toLowerCase())),
  uppercase: factory(none, () => eachText((text) => text.toUpperCase())),
  map: factory(mapArguments, mapFilter),
  extract_choice: factory(extractChoiceArguments, extractChoiceFilter),
};
