import type { Annotator } from '@understudy/store';
import { audit } from '../../audit.js';
import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { anomalies } from './anomalies.js';
import { annotatorRow, type JudgedVote } from './annotator-row.js';
import { invitationUrl, invite } from './invite.js';
import { judgedVotes } from './judged-votes.js';
import * as routes from './routes.js';

const LISTED = 1000;

/** The people who vote. */
export function annotatorsApi(services: Services) {
  const { store, access } = services;
  return newApi()
    .openapi(routes.listAnnotators, async (c) => {
      const votes = new Map<string, JudgedVote[]>();
      for (const judged of await judgedVotes(store, { withInvalid: true })) {
        const { annotatorId } = judged.vote;
        const own = votes.get(annotatorId);
        if (own === undefined) votes.set(annotatorId, [judged]);
        else own.push(judged);
      }
      const annotators = await store.listAnnotators();
      const strange = await anomalies(services);
      const row = (one: Annotator) => annotatorRow(one, votes.get(one.id) ?? [], strange.get(one.id)?.pValue ?? null);
      return c.json({ annotators: annotators.map(row) }, 200);
    })
    .openapi(routes.inviteAnnotator, async (c) => {
      const { annotator, secret, expiresAt } = await invite(c.req.valid('json'), services);
      const { id, kind, pseudonym, locale, createdAt } = annotator;
      await audit(services, c.get('caller'), { action: 'annotator-invite', target: id, details: { pseudonym, kind } });
      const origin = access.publicUrl ?? new URL(c.req.url).origin;
      const invitation = invitationUrl(origin, secret);
      return c.json({ annotator: { id, kind, pseudonym, locale, createdAt }, invitation, expiresAt }, 200);
    })
    .openapi(routes.auditAnnotator, async (c) => {
      const { id } = c.req.valid('param');
      const annotator = await store.getAnnotator(id);
      if (annotator === undefined) throw ApiError.notFound('annotator');
      const judged = await judgedVotes(store, { annotatorId: id, withInvalid: true });
      const strange = (await anomalies(services)).get(id);
      const checkpoints = strange?.checkpoints ?? [];
      const votes = judged.slice(-LISTED).map(({ vote }) => vote);
      return c.json({ annotator: annotatorRow(annotator, judged, strange?.pValue ?? null), checkpoints, votes }, 200);
    });
}
