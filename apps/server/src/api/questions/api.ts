import type { Answer } from '@understudy/store';
import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

/** Questions, models, and who answered what. */
export function questionsApi({ store }: Services) {
  return newApi()
    .openapi(routes.listQuestionSets, async (c) => c.json({ questionSets: await store.listQuestionSets() }, 200))
    .openapi(routes.getQuestionSet, async (c) => {
      const { id } = c.req.valid('param');
      const questionSet = (await store.listQuestionSets()).find((set) => set.id === id);
      if (questionSet === undefined) throw ApiError.notFound('question set');
      return c.json({ questionSet, questions: await store.questions(id) }, 200);
    })
    .openapi(routes.listModels, async (c) => c.json({ models: await store.listModels() }, 200))
    .openapi(routes.listAnswers, async (c) => {
      const answers: Answer[] = [];
      for await (const answer of store.answers({ questionId: c.req.valid('query').question })) answers.push(answer);
      return c.json({ answers }, 200);
    });
}
