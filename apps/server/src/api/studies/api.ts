import type { z } from '@hono/zod-openapi';
import type { Study } from '@understudy/store';
import { newId } from '../../access/secret.js';
import { audit } from '../../audit.js';
import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { makePlan, materialOf, planBody } from './plan.js';
import * as routes from './routes.js';
import type { NewStudy } from './schema.js';
import { studyBody, studyStatus, studySummary } from './study-body.js';

function draft(request: z.infer<typeof NewStudy>, now: number): Study {
  const { mode, questionSetId } = request;
  if (mode === 'study' && questionSetId === null) {
    throw new ApiError({ status: 422, code: 'input-invalid', message: 'A study needs a question set.' });
  }
  return {
    ...request,
    questionSetId: mode === 'free' ? null : questionSetId,
    id: newId(),
    createdAt: now,
    openedAt: null,
    closedAt: null,
  };
}

const NONE = { gold: [], training: [] } as const;

/** Studies: made, planned, opened and closed by admins, listed for everyone with a key. */
export function studiesApi(services: Services) {
  const { store, now } = services;
  return newApi()
    .openapi(routes.listStudies, async (c) => {
      const caller = c.get('caller');
      const all = await store.listStudies();
      const seen = all.filter((study) => caller.role === 'admin' || studyStatus(study) !== 'draft');
      return c.json({ studies: await Promise.all(seen.map((study) => studySummary(study, caller, services))) }, 200);
    })
    .openapi(routes.createStudy, async (c) => {
      const caller = c.get('caller');
      const study = draft(c.req.valid('json'), now());
      await store.createStudy(study);
      await audit(services, caller, { action: 'study-create', target: study.id, details: { title: study.title } });
      return c.json(await studyBody(study, caller, services), 200);
    })
    .openapi(routes.previewPlan, async (c) => {
      const study = draft(c.req.valid('json'), now());
      const material = await materialOf(study, services);
      const candidates = makePlan(material, NONE).map((item) => ({ item, votes: 0, outstanding: 0 }));
      return c.json(planBody(study, candidates, material), 200);
    })
    .openapi(routes.getStudy, async (c) => {
      const caller = c.get('caller');
      const study = await store.getStudy(c.req.valid('param').id);
      if (caller.role !== 'admin' && studyStatus(study) === 'draft') throw ApiError.notFound('study');
      return c.json(await studyBody(study, caller, services), 200);
    })
    .openapi(routes.getPlan, async (c) => {
      const study = await store.getStudy(c.req.valid('param').id);
      return c.json(planBody(study, await store.studyItems(study.id), await materialOf(study, services)), 200);
    })
    .openapi(routes.openStudy, async (c) => {
      const caller = c.get('caller');
      const study = await store.getStudy(c.req.valid('param').id);
      const items = makePlan(await materialOf(study, services), c.req.valid('json'));
      await store.openStudy(study.id, items, now());
      await audit(services, caller, { action: 'study-open', target: study.id, details: { items: items.length } });
      return c.json(await studyBody(await store.getStudy(study.id), caller, services), 200);
    })
    .openapi(routes.closeStudy, async (c) => {
      const caller = c.get('caller');
      const { id } = c.req.valid('param');
      await store.closeStudy(id, now());
      await audit(services, caller, { action: 'study-close', target: id });
      return c.json(await studyBody(await store.getStudy(id), caller, services), 200);
    });
}
