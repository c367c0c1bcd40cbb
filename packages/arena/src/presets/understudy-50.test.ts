import { describe, expect, it } from 'vitest';
import { readQuestions } from '../questions/read-questions.js';
import { PRESET_SETS, presetSetPath } from './preset-files.js';

const sets = await Promise.all(PRESET_SETS.map((name) => readQuestions(presetSetPath(name) ?? '')));
const [english, chinese] = sets;

/** What must be the same in both languages. */
function shape(set: (typeof sets)[number] | undefined): unknown {
  return set?.questions.map(({ id, aspect, turns, reference, referenceChecked }) => ({
    id: id.split('/')[1],
    aspect,
    turns: turns.length,
    reference: reference?.length ?? null,
    referenceChecked,
  }));
}

describe('the fifty questions', () => {
  it('are fifty over nine aspects, five or six each', () => {
    expect(english?.questions).toHaveLength(50);
    const aspects = new Map<string, number>();
    for (const { aspect } of english?.questions ?? []) aspects.set(aspect, (aspects.get(aspect) ?? 0) + 1);
    expect([...aspects]).toEqual([
      ['everyday', 6],
      ['writing', 6],
      ['reasoning', 6],
      ['programming', 6],
      ['mathematics', 6],
      ['physics', 5],
      ['chemistry', 5],
      ['biology', 5],
      ['harmful-content', 5],
    ]);
  });

  it('are the same in English and Chinese', () => {
    expect(shape(chinese)).toEqual(shape(english));
    expect(english?.questions.every(({ language }) => language === 'en')).toBe(true);
    expect(chinese?.questions.every(({ turns }) => turns.every((turn) => /\p{Script=Han}/u.test(turn)))).toBe(true);
    expect(english?.questions.some(({ turns }) => turns.some((turn) => /\p{Script=Han}/u.test(turn)))).toBe(false);
  });

  it('have checked references wherever there is a right answer', () => {
    const exact = ['reasoning', 'mathematics', 'physics', 'chemistry', 'biology', 'harmful-content'];
    const questions = english?.questions ?? [];
    expect(questions.filter(({ aspect, reference }) => exact.includes(aspect) && reference === null)).toEqual([]);
    expect(questions.filter(({ reference, referenceChecked }) => (reference !== null) !== referenceChecked)).toEqual(
      [],
    );
  });

  it.each([
    ['everyday', 2],
    ['mathematics', 2],
  ])('have conversations of more than one turn, e.g. in %s', (aspect, turns) => {
    expect(english?.questions.some((each) => each.aspect === aspect && each.turns.length === turns)).toBe(true);
  });
});
