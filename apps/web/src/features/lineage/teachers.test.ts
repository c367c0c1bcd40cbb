import { expect, test } from 'vitest';
import { teachersNamed } from './teachers.js';

test.each([
  ['ChatGPT (user-shared logs)', ['ChatGPT (GPT-3.5)']],
  ['GPT-3.5-turbo (dialogues), GPT-4 (preferences)', ['ChatGPT (GPT-3.5)', 'GPT-4']],
  ['text-davinci-003 (answers), ChatGPT (grader)', ['ChatGPT (GPT-3.5)', 'text-davinci-003']],
  ['human labellers', ['human labellers']],
])('%s names %j', (description, names) => {
  expect(teachersNamed(description)).toEqual(names);
});
