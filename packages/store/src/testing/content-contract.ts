import { describe, expect, it } from 'vitest';
import type { ArenaPlace } from './arena-place.js';
import { collect } from './collect.js';
import {
  fillArena,
  makeAnnotator,
  makeAnswer,
  makeModel,
  makeQuestion,
  MODELS,
  openArena,
  QUESTION_SET,
} from './make-arena.js';
import { NOON } from './store-place.js';

/** What every arena must hold to about models, questions, answers and annotators. */
export function describeContent(name: string, makePlace: () => ArenaPlace): void {
  describe(`${name}: models, questions, answers`, () => {
    it('keeps models and brings what is known of them up to date', async () => {
      await using store = await makePlace().open();
      await store.putModels([makeModel('vicuna'), makeModel('koala', { openWeights: null, priceIn: 1.5 })]);
      await store.putModels([makeModel('vicuna', { openWeights: false, retiredAt: NOON }), makeModel('vicuna')]);
      expect(await store.listModels()).toEqual([
        makeModel('koala', { openWeights: null, priceIn: 1.5 }),
        makeModel('vicuna'),
      ]);
    });

    it('gives questions back in the order of their set', async () => {
      await using store = await makePlace().open();
      const questions = [2, 0, 1].map((number) => makeQuestion(number));
      await store.putQuestionSet(QUESTION_SET, questions);
      await store.putQuestionSet({ ...QUESTION_SET, id: 'empty' }, []);
      expect(await store.questions('fifty')).toEqual(questions);
      expect(await store.question('fifty/1')).toEqual(makeQuestion(1));
      expect(await store.question('fifty/9')).toBeUndefined();
      expect(await store.listQuestionSets()).toEqual([
        { ...QUESTION_SET, id: 'empty', questions: 0 },
        { ...QUESTION_SET, questions: 3 },
      ]);
    });

    it('changes a question set until it is answered or a study over it opens', async () => {
      await using store = await makePlace().open();
      await fillArena(store, 2);
      const [first, second] = [makeQuestion(0), makeQuestion(1)];
      const changed = { ...second, aspect: 'physics', referenceChecked: false };
      await store.putQuestionSet({ ...QUESTION_SET, title: 'Two' }, [changed, first, makeQuestion(2)]);
      expect(await store.questions('fifty')).toEqual([changed, first, makeQuestion(2)]);
      // Nobody has answered the third.
      await store.putQuestionSet(QUESTION_SET, [first, second]);
      expect(await store.questions('fifty')).toEqual([first, second]);
      const other = { ...second, turns: ['Something else?'] };
      await expect(store.putQuestionSet(QUESTION_SET, [first, other])).rejects.toMatchObject({
        code: 'question-answered',
      });
      await expect(store.putQuestionSet({ ...QUESTION_SET, id: 'other' }, [first])).rejects.toMatchObject({
        code: 'question-exists',
      });
    });

    it('freezes a question set once a study over it has opened', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      const questions = [0, 1, 2, 3].map((number) => makeQuestion(number));
      await store.putQuestionSet(QUESTION_SET, questions);
      const changes = [
        [{ ...QUESTION_SET, title: 'Other' }, questions],
        [QUESTION_SET, questions.toReversed()],
        [QUESTION_SET, [...questions, makeQuestion(4)]],
      ] as const;
      for (const [set, list] of changes) {
        await expect(store.putQuestionSet(set, list)).rejects.toMatchObject({ code: 'question-set-frozen' });
      }
      expect(await store.questions('fifty')).toEqual(questions);
    });

    it('keeps answers, each once, and refuses another text in the place of one', async () => {
      await using store = await makePlace().open();
      await fillArena(store, 2);
      await store.putAnswers([makeAnswer('koala', 0, { id: 'new-id', tokens: 99 })]);
      expect(await store.answer('koala:0')).toEqual(makeAnswer('koala', 0));
      expect(await store.answer('new-id')).toBeUndefined();
      const batch = [makeAnswer('koala', 1, { id: 'x', sample: 1 }), makeAnswer('koala', 0, { turns: ['No.'] })];
      await expect(store.putAnswers(batch)).rejects.toMatchObject({ code: 'answer-exists' });
      // The whole batch was refused.
      expect(await store.answer('x')).toBeUndefined();
      await expect(store.putAnswers([makeAnswer('llama', 0)])).rejects.toMatchObject({ code: 'model-unknown' });
      await expect(store.putAnswers([makeAnswer('koala', 9)])).rejects.toMatchObject({ code: 'question-unknown' });
    });

    it('reads answers by question and version, more than a page of them', async () => {
      await using store = await makePlace().open();
      await fillArena(store, 400);
      const answers = await collect(store.answers({ setId: 'fifty' }));
      const keys = answers.map((answer) => `${answer.questionId} ${answer.versionId}`);
      expect(keys).toEqual(
        Array.from({ length: 400 }, (_, number) => MODELS.map((model) => `fifty/${number} ${model}`))
          .flat()
          .sort(),
      );
      expect(await collect(store.answers({ questionId: 'fifty/7', versionId: 'wizard' }))).toEqual([
        makeAnswer('wizard', 7),
      ]);
      expect(await collect(store.answers({ setId: 'other' }))).toEqual([]);
    });

    it('keeps annotators and brings what is known of them up to date', async () => {
      await using store = await makePlace().open();
      await store.putAnnotator(makeAnnotator('ann'));
      await store.putAnnotator(makeAnnotator('bob', { kind: 'expert', createdAt: NOON - 1 }));
      await store.putAnnotator(makeAnnotator('ann', { consentAt: NOON + 5, locale: 'zh-CN' }));
      expect(await store.getAnnotator('ann')).toEqual(makeAnnotator('ann', { consentAt: NOON + 5, locale: 'zh-CN' }));
      expect((await store.listAnnotators()).map((annotator) => annotator.id)).toEqual(['bob', 'ann']);
      expect(await store.getAnnotator('cleo')).toBeUndefined();
    });
  });
}
