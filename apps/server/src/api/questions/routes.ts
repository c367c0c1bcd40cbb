import { z } from '@hono/zod-openapi';
import { apiRoute } from '../api-route.js';
import { answers, Id, IdParam, list } from '../json.js';
import { AnswerBody, ModelBody, QuestionBody, QuestionSetBody } from './schema.js';

export const listQuestionSets = apiRoute('unblinded', {
  method: 'get',
  path: '/api/question-sets',
  responses: answers(z.object({ questionSets: list(QuestionSetBody) })),
});

export const getQuestionSet = apiRoute('unblinded', {
  method: 'get',
  path: '/api/question-sets/{id}',
  request: { params: IdParam },
  responses: answers(z.object({ questionSet: QuestionSetBody, questions: list(QuestionBody) })),
});

export const listModels = apiRoute('unblinded', {
  method: 'get',
  path: '/api/models',
  responses: answers(z.object({ models: list(ModelBody) })),
});

/** Answers with the names of their models, hence not for annotators. */
export const listAnswers = apiRoute('unblinded', {
  method: 'get',
  path: '/api/answers',
  request: { query: z.object({ question: Id }) },
  responses: answers(z.object({ answers: list(AnswerBody) })),
});
