import { z } from '@hono/zod-openapi';
import { apiRoute } from '../api-route.js';
import { answers, body, IdParam, list } from '../json.js';
import { KnownItems, NewStudy, PlanBody, StudyBody, StudySummary } from './schema.js';

/** All studies; annotators see those that are open or closed. */
export const listStudies = apiRoute('viewer', {
  method: 'get',
  path: '/api/studies',
  responses: answers(z.object({ studies: list(StudySummary) })),
});

/** Makes a study, as a draft. */
export const createStudy = apiRoute('admin', {
  method: 'post',
  path: '/api/studies',
  request: { body: body(NewStudy) },
  responses: answers(StudyBody),
});

/** What a study would be, without storing it. */
export const previewPlan = apiRoute('admin', {
  method: 'post',
  path: '/api/studies/plan',
  request: { body: body(NewStudy) },
  responses: answers(PlanBody),
});

export const getStudy = apiRoute('viewer', {
  method: 'get',
  path: '/api/studies/{id}',
  request: { params: IdParam },
  responses: answers(StudyBody),
});

/** The plan with what is done of it. */
export const getPlan = apiRoute('admin', {
  method: 'get',
  path: '/api/studies/{id}/plan',
  request: { params: IdParam },
  responses: answers(PlanBody),
});

/** Plans the study for good, with its gold and training items, and lets annotators in. */
export const openStudy = apiRoute('admin', {
  method: 'post',
  path: '/api/studies/{id}/open',
  request: { params: IdParam, body: body(KnownItems) },
  responses: answers(StudyBody),
});

export const closeStudy = apiRoute('admin', {
  method: 'post',
  path: '/api/studies/{id}/close',
  request: { params: IdParam },
  responses: answers(StudyBody),
});
