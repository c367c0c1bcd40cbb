import { expect, it } from 'vitest';
import { sciq, truthfulqaMc2 } from './shuffled-options.js';

const question = 'What do plants breathe in?';

it('gives every option once and the letter of the right one, in the same order each time', () => {
  const row = {
    question,
    distractor1: 'oxygen',
    distractor2: 'nitrogen',
    distractor3: 'helium',
    correct_answer: 'carbon dioxide',
  };
  const { options, answers } = sciq(row);
  expect([...(options as readonly string[])].toSorted()).toEqual(['carbon dioxide', 'helium', 'nitrogen', 'oxygen']);
  expect((options as readonly string[])['ABCD'.indexOf((answers as readonly string[])[0] ?? '')]).toBe(
    'carbon dioxide',
  );
  expect(sciq(row)).toEqual({ options, answers });
});

it('gives the letters of all right ones, in the order of the options', () => {
  const targets = { choices: ['a', 'b', 'c', 'd', 'e'], labels: [1, 0, 1, 0, 1] };
  const { options, answers } = truthfulqaMc2({ question, mc2_targets: targets });
  const right = (answers as readonly string[]).map((letter) => (options as readonly string[])['ABCDE'.indexOf(letter)]);
  expect(right.toSorted()).toEqual(['a', 'c', 'e']);
  expect([...(answers as readonly string[])].toSorted()).toEqual(answers);
});
