import { letterAt, SEVERAL } from './letter-at.js';
import { plainText, wordsOf } from './plain-text.js';

/** Letters that stand for the options in a prompt, in order. */
const OPTION_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What announces the letter of an answer. */
const ANNOUNCEMENTS = [
  /\b(?:answer|option|choice|letter|one)(?: here| to (?:this|the) question)?\s*(?:is|would be|should be|must be|:|=)\s*:?\s*(?:(?:option|choice|letter)\s+)?/giu,
  /\b(?:option|choice|letter)\s+/giu,
  /\bI(?:\s?d|\s?ll| would| will)? (?:choose|pick|select|go with|say|answer|think)(?: it is| it s)?\s*:?\s*(?:(?:option|choice|letter)\s+)?/giu,
  /\b(?:it|that|this)(?: is| s| must be| would be)\s+(?:(?:option|choice|letter)\s+)?/giu,
];

/** An answer, ready to be looked at. */
interface Answer {
  /** Without marks. */
  readonly text: string;
  readonly options: readonly string[];
  /** As many as there are options. */
  readonly letters: string;
}

/** A letter, `SEVERAL`, or undefined where the rule says nothing. */
type Rule = (answer: Answer) => string | undefined;

/** In order of how sure they are; the first that says something decides. */
const RULES: readonly Rule[] = [announced, exactText, leading, letterLine, containedText, bracketed];

/**
 * Which option an answer in free text chooses: its letter, or undefined when it chooses none, or several.
 * 1. a letter that is announced ("The answer is (B)", "Answer: B", "I choose B", "option B"): the last one, as conclusions come last;
 * 2. the answer, or its first line, is the text of one option;
 * 3. a letter at the beginning ("B", "B.", "(B) Paris", "b)", "B Paris" where that is the option);
 * 4. a line that is a letter alone: the last one;
 * 5. the text of one option, and of no other, is in the answer; where one option is part of another, the longer counts;
 * 6. a letter in brackets, when all that are there are the same.
 *
 * Where letter and text contradict each other ("A. yes" when A is no) the letter counts, as it is what was asked for.
 *
 * Compare `multi_choice_regex` of lm-evaluation-harness and `ANSWER_PATTERN_MULTICHOICE` of OpenAI's simple-evals, which know 1 and 5.
 */
export function extractChoice(answer: string, options: readonly string[]): string | undefined {
  const given = { text: plainText(answer), options, letters: OPTION_LETTERS.slice(0, options.length) };
  if (given.text === '' || given.letters === '') return undefined;
  for (const rule of RULES) {
    const found = rule(given);
    if (found !== undefined) return found === SEVERAL ? undefined : found;
  }
  return undefined;
}

function announced({ text, letters }: Answer): string | undefined {
  const found = ANNOUNCEMENTS.flatMap((announcement) => [...text.matchAll(announcement)]).flatMap((match) => {
    const at = match.index + match[0].length;
    const letter = letterAt(text.slice(at), { letters, isAnnounced: true });
    return letter === undefined ? [] : [{ at, letter }];
  });
  return found.toSorted((a, b) => a.at - b.at).at(-1)?.letter;
}

function exactText({ text, options, letters }: Answer): string | undefined {
  const [firstLine = ''] = text.split('\n');
  for (const words of [wordsOf(text), wordsOf(firstLine)]) {
    const same = options.flatMap((option, index) => (wordsOf(option) === words ? [letters.charAt(index)] : []));
    if (words !== '' && same.length === 1) return same[0];
  }
  return undefined;
}

function leading({ text, options, letters }: Answer): string | undefined {
  const marked =
    letterAt(text, { letters, isAnnounced: false }) ?? /^([a-z])[).](?!\S)/u.exec(text)?.[1]?.toUpperCase();
  if (marked !== undefined) return marked === SEVERAL || letters.includes(marked) ? marked : undefined;
  const [, letter = '', rest = ''] = /^([A-Z])\s(.+)$/su.exec(text) ?? [];
  const option = wordsOf(options[letters.indexOf(letter)] ?? '');
  return letter !== '' && option !== '' && wordsOf(rest).startsWith(option) ? letter : undefined;
}

function letterLine({ text, letters }: Answer): string | undefined {
  const line = new RegExp(`^\\s*\\(?([${letters}])[).:]*\\s*$`, 'u');
  return text
    .split('\n')
    .map((each) => line.exec(each)?.[1])
    .findLast((letter) => letter !== undefined);
}

function containedText({ text, options, letters }: Answer): string | undefined {
  const words = ` ${wordsOf(text)} `;
  const found = options
    .map((option, index) => ({ letter: letters.charAt(index), words: wordsOf(option) }))
    .filter((option) => option.words !== '' && words.includes(` ${option.words} `));
  const longest = found.filter(
    (option) => !found.some((other) => other !== option && ` ${other.words} `.includes(` ${option.words} `)),
  );
  return longest.length > 1 ? SEVERAL : longest[0]?.letter;
}

function bracketed({ text, letters }: Answer): string | undefined {
  const found = new Set([...text.matchAll(new RegExp(`\\(([${letters}])\\)`, 'gu'))].map(([, letter]) => letter));
  return found.size === 1 ? [...found][0] : undefined;
}
