import { DataError } from '@understudy/core';
import { parsePythonLiteral } from '../../python/parse-literal.js';
import type { PythonValue } from '../../python/python-value.js';
import { compileTemplate, type Template } from '../../templates/template.js';
import type { FilterDocument, FilterStep } from '../filter-step.js';
import { extractChoice } from './extract-choice.js';

/** Arguments of the `extract_choice` filter. */
export interface ExtractChoiceArguments {
  /** A template that gives the texts of the options, in the order of their letters: `{{choices.text}}`. */
  readonly choices: string;
  /** The answer where none, or several, are chosen. */
  readonly fallback: PythonValue;
}

/** The `extract_choice` filter: the letter of the option that each response chooses; see `extractChoice`. */
export function extractChoiceFilter({ choices, fallback }: ExtractChoiceArguments): FilterStep {
  const template = compileTemplate(choices);
  return {
    fallback,
    apply: (responses, document) => {
      const options = optionsOf(template, document);
      return responses.map((response) =>
        typeof response === 'string' ? (extractChoice(response, options) ?? fallback) : fallback,
      );
    },
  };
}

function optionsOf(template: Template, document: FilterDocument): readonly string[] {
  // A document is a row of a task, whose values are Python's.
  const given = { values: document as Readonly<Record<string, PythonValue>>, shapes: new Map() };
  const options = template.evaluate?.(given) ?? parsePythonLiteral(template.render(given));
  if (Array.isArray(options)) return options.map(String);
  throw new DataError({
    code: 'filter-choices-wrong',
    message: `The filter extract_choice needs a list of options; ${template.source} gives ${JSON.stringify(options)?.slice(0, 80)}.`,
    hint: 'Mend choices of the filter extract_choice in the task file.',
    values: { template: template.source },
  });
}
