import { expect, test } from 'vitest';
import { EMPTY_FORM, isComplete, toNewStudy } from './study-form.js';

const filled = { ...EMPTY_FORM, title: ' Fifty questions ', questionSetId: 'survey', versionIds: ['a', 'b'] };

test('a plan needs a title, two models, and in a planned study its questions', () => {
  expect(isComplete(filled)).toBe(true);
  expect(isComplete({ ...filled, title: ' ' })).toBe(false);
  expect(isComplete({ ...filled, versionIds: ['a'] })).toBe(false);
  expect(isComplete({ ...filled, questionSetId: '' })).toBe(false);
  expect(isComplete({ ...filled, questionSetId: '', mode: 'free' })).toBe(true);
});

test('empty fields are null or left out', () => {
  expect(toNewStudy(filled)).toMatchObject({
    title: 'Fifty questions',
    questionSetId: 'survey',
    design: { items: null, goldEvery: 20 },
    instructions: {},
    completionCode: null,
  });
});

test('a free study has neither questions nor gold items', () => {
  expect(toNewStudy({ ...filled, mode: 'free' })).toMatchObject({ questionSetId: null, design: { goldEvery: 0 } });
});

test('instructions go by language', () => {
  expect(toNewStudy({ ...filled, instructionsZh: '请投票' }).instructions).toEqual({ 'zh-CN': '请投票' });
});
