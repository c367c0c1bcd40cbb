import { array, constantFrom, oneof, string } from 'fast-check';

/** What is hard about tokenising: white space of all kinds, punctuation beside it, digits, marks, special tokens. */
const WHITE_SPACE = [
  ' ',
  '  ',
  '    ',
  '\n',
  '\n\n',
  '\n\n\n',
  '\t',
  '\r\n',
  '\u00a0',
  '\u2028',
  '\u2581',
  '\ufeff',
  '\0',
];
const WORDS = [
  'the',
  ' the',
  'The',
  'and',
  'ing',
  'cat',
  "'s",
  "'LL",
  '1',
  '23',
  ' 4',
  'é',
  'e\u0301',
  '漢字',
  'क्षि',
  '😀',
];
const SIGNS = ['.', ', ', '!?', '...', ':\n', '. ', '(', '")', '$', '—', '\u200b', '\ud83d'];
const SPECIAL = ['<|im_start|>', '<|im_end|>', '<start_of_turn>', '<bos>', '</s>'];

const pieces = constantFrom(...WHITE_SPACE, ...WORDS, ...SIGNS, ...SPECIAL);

/** Random texts of such pieces and of random characters. */
export const hardTexts = array(oneof({ weight: 9, arbitrary: pieces }, string({ maxLength: 6, unit: 'binary' })), {
  maxLength: 120,
}).map((parts) => parts.join(''));

/** Prompts as benchmarks have them: few-shot examples, then a question, with a choice after it. */
export function benchmarkPrompts(): readonly string[] {
  const subjects = ['the cat', 'a train in the rain', 'photosynthesis', 'Ångström units', 'the year 1984', 'x = y + 2'];
  const example = (index: number): string => {
    const subject = subjects[index % subjects.length] ?? '';
    return `Question: What can one say about ${subject} (number ${index})?\nA. that it is there\nB. nothing\nC. "why, of course!"\nD. 3.5%\nAnswer:`;
  };
  return Array.from({ length: 24 }, (_, document) => {
    const shots = Array.from({ length: document % 6 }, (_unused, shot) => `${example(shot)} B\n\n`);
    return `The following are questions about ${subjects[document % 3]}.\n\n${shots.join('')}${example(document)}`;
  });
}
