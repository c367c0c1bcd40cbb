import { describe, expect, it } from 'vitest';
import { extractChoice } from './extract-choice.js';

const CITIES = ['London', 'Paris', 'New York', 'New York City'];
const THINGS = ['a red apple', 'a green pear', 'no fruit at all', 'fruit'];
const NUMBERS = ['3.5 mg', '35 mg', '-2', '2'];
const VITAMINS = ['Vitamin A', 'Vitamin B12', 'Vitamin C', 'Vitamin D'];

/** Answers as models of all sizes give them, by the way they put it. */
const ANSWERS: readonly (readonly [string, readonly string[], string | undefined])[] = [
  // The letter alone, with and without marks.
  ['B', CITIES, 'B'],
  [' B\n', CITIES, 'B'],
  ['B.', CITIES, 'B'],
  ['(B)', CITIES, 'B'],
  ['[B]', CITIES, 'B'],
  ['**B**', CITIES, 'B'],
  ['"B"', CITIES, 'B'],
  ['b)', CITIES, 'B'],
  ['(b)', CITIES, 'B'],
  ['$\\boxed{B}$', CITIES, 'B'],
  ['\\(\\boxed{\\text{B}}\\)', CITIES, 'B'],
  // The letter and more.
  ['B. Paris', CITIES, 'B'],
  ['B) Paris', CITIES, 'B'],
  ['B: Paris', CITIES, 'B'],
  ['(B) Paris is the capital of France.', CITIES, 'B'],
  ['**B. Paris**\n\nParis has been the capital since 987. London is in England.', CITIES, 'B'],
  ['B Paris', CITIES, 'B'],
  ['B - Paris', CITIES, 'B'],
  ['A', CITIES, 'A'],
  ['A. London', CITIES, 'A'],
  ['A because London is the largest.', CITIES, 'A'],
  ['A bar graph is best suited for this scenario.', ['a bar graph', 'a pie chart', 'a line graph'], 'A'],
  ['A. Paris', CITIES, 'A'],
  ['C. H_{2}O\n\nThe correct answer is C. H_{2}O.', ['NaCl', 'O_{2}', 'H_{2}O'], 'C'],
  ['B\n\nQuestion: What is the capital of Spain?\nA. Madrid\nB. Rome', CITIES, 'B'],
  // Stated.
  ['The answer is B.', CITIES, 'B'],
  ['The answer is (B).', CITIES, 'B'],
  ['The correct answer is **B**', CITIES, 'B'],
  ['The correct answer is: B) Paris', CITIES, 'B'],
  ['Answer: B', CITIES, 'B'],
  ['**Answer:** B. Paris', CITIES, 'B'],
  ['The right option is B', CITIES, 'B'],
  ['Option B is correct.', CITIES, 'B'],
  ["I'd choose B, as Paris is the capital.", CITIES, 'B'],
  ['I think it is B.', CITIES, 'B'],
  ["It's (B).", CITIES, 'B'],
  ['The best choice would be option B.', CITIES, 'B'],
  ['The answer is A because London is large.', CITIES, 'A'],
  // Reasons first: the last statement is the conclusion.
  ['A. London is in England, so the answer is not A. The answer is B.', CITIES, 'B'],
  ['Let us see. Option A is London. Option C is New York.\nTherefore the answer is B.', CITIES, 'B'],
  ['Thinking step by step:\n- London is in England.\n- Paris is in France.\n\nB', CITIES, 'B'],
  ['First I thought the answer is C, but the final answer is: B', CITIES, 'B'],
  // The option's text.
  ['Paris', CITIES, 'B'],
  ['paris.', CITIES, 'B'],
  ['It must be Paris, the capital of France.', CITIES, 'B'],
  ['New York City', CITIES, 'D'],
  ['I would say New York City!', CITIES, 'D'],
  ['The capital is New York.', CITIES, 'C'],
  ['A red apple', THINGS, 'A'],
  ['a green pear', THINGS, 'B'],
  ['That would be a green pear.', THINGS, 'B'],
  ['35 mg', NUMBERS, 'B'],
  ['3.5 mg', NUMBERS, 'A'],
  ['-2', NUMBERS, 'C'],
  ['The result is 2.', NUMBERS, 'D'],
  ['Vitamin C', VITAMINS, 'C'],
  ['It is caused by a lack of vitamin C.', VITAMINS, 'C'],
  ['It would be wise to take (C) here, and (C) only.', ['x', 'y', 'z'], 'C'],
  // No answer.
  ['', CITIES, undefined],
  ['I cannot answer that question.', CITIES, undefined],
  ['A city in Europe.', CITIES, undefined],
  ['The answer is a matter of taste.', CITIES, undefined],
  ['Both A and B are right.', CITIES, undefined],
  ['A or B', CITIES, undefined],
  ['The answer is A and B.', CITIES, undefined],
  ['(A), (B)', CITIES, undefined],
  ['London or Paris', CITIES, undefined],
  ['E', CITIES, undefined],
  ['The answer is E.', CITIES, undefined],
  ['Because.', CITIES, undefined],
  ['I am a large language model.', CITIES, undefined],
];

describe('extractChoice', () => {
  it.each(ANSWERS)('takes %j among %j for %s', (answer, options, letter) => {
    expect(extractChoice(answer, options)).toBe(letter);
  });

  it('never finds a choice where there are no options', () => {
    expect(extractChoice('The answer is A.', [])).toBeUndefined();
  });
});
