import { expect, it } from 'vitest';
import { checkPlainFields, type PlainFieldFacts } from './check-plain-fields.js';

const context = {
  columns: new Set(['question', 'choices', 'answer']),
  hasChoices: true,
  locate: () => ({ file: 'task.yaml', line: 3 }),
};

function check(config: Partial<PlainFieldFacts['config']>, facts: Partial<PlainFieldFacts> = {}): void {
  checkPlainFields(
    {
      config: { output_type: 'multiple_choice', doc_to_text: 'question', doc_to_target: 'answer', ...config },
      choices: ['red', 'green'],
      hasChoiceContexts: false,
      ...facts,
    },
    context,
  );
}

it('refuses a word that is nearly a column, with file, line and the column', () => {
  expect(() => check({ doc_to_text: 'questoin' })).toThrow(
    expect.objectContaining({
      message: 'task.yaml:3: doc_to_text: the data set has no column questoin.',
      hint: expect.stringContaining('Did you mean question?'),
    }),
  );
  expect(() => check({ doc_to_target: 'answre', output_type: 'generate_until' })).toThrow(/no column answre/);
});

it('refuses a plain target that is none of the choices, because nothing could be right', () => {
  expect(() => check({ doc_to_target: 'label' })).toThrow(
    expect.objectContaining({
      message: 'task.yaml:3: doc_to_target: label is no column of the data set, and none of the choices.',
      hint: expect.stringContaining('question, choices, answer'),
    }),
  );
});

it.each([
  [{}, {}],
  [{ doc_to_text: '' }, {}],
  [{ doc_to_text: 'Guess' }, {}],
  [{ doc_to_target: 'green' }, {}],
  [{ doc_to_target: '1' }, {}],
  [{ doc_to_target: '{{ choices[answer] }}' }, {}],
  [{ doc_to_target: '["red", "green"]' }, {}],
  [{ doc_to_target: 'yes', output_type: 'generate_until' }, { choices: undefined }],
  [{ doc_to_target: 'is it' }, { hasChoiceContexts: true }],
] as const)('leaves texts alone that may be meant as they stand: %j %j', (config, facts) => {
  expect(() => check(config, facts)).not.toThrow();
});
