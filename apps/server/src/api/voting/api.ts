import { requireAnnotator } from '../../access/require-annotator.js';
import { newId } from '../../access/secret.js';
import { audit } from '../../audit.js';
import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import { nextConversation } from '../free/next-conversation.js';
import { newApi } from '../new-api.js';
import { castVote } from './cast.js';
import { nextStudyItem } from './next.js';
import { ownVote } from './own-vote.js';
import { revealVote } from './reveal.js';
import * as routes from './routes.js';
import { undoVote } from './undo.js';

/** From the pair to the names. */
export function votingApi(services: Services) {
  const { store, now } = services;
  return newApi()
    .openapi(routes.nextAssignment, async (c) => {
      const { id: annotatorId } = requireAnnotator(c.get('caller'));
      const study = await store.getStudy(c.req.valid('json').studyId);
      const next = study.mode === 'free' ? nextConversation : nextStudyItem;
      return c.json(await next(study, annotatorId, services), 200);
    })
    .openapi(routes.castVote, async (c) => {
      const call = { id: c.req.valid('param').id, request: c.req.valid('json'), caller: c.get('caller') };
      return c.json(await castVote(call, services), 200);
    })
    .openapi(routes.undoVote, async (c) => {
      return c.json({ assignment: await undoVote(c.req.valid('param').id, c.get('caller'), services) }, 200);
    })
    .openapi(routes.withdrawVote, async (c) => {
      const { vote, annotatorId } = await ownVote(c.req.valid('param').id, c.get('caller'), services);
      const by = { rule: null, reason: null, author: annotatorId, at: now() };
      await store.addVoteEvent({ id: newId(), voteId: vote.id, kind: 'withdraw', ...by });
      return c.json({ done: true } as const, 200);
    })
    .openapi(routes.revealVote, async (c) => {
      const isNext = c.req.valid('query').next === '1';
      return c.json(await revealVote(c.req.valid('param').id, { isNext, caller: c.get('caller') }, services), 200);
    })
    .openapi(routes.addVoteEvent, async (c) => {
      const caller = c.get('caller');
      const { id } = c.req.valid('param');
      const { kind, rule, reason } = c.req.valid('json');
      if ((await store.getVote(id)) === undefined) throw ApiError.notFound('vote');
      await store.addVoteEvent({ id: newId(), voteId: id, kind, rule, reason, author: caller.actor, at: now() });
      await audit(services, caller, { action: `vote-${kind}`, target: id, details: { rule, reason } });
      return c.json({ done: true } as const, 200);
    });
}
