import type { z } from '@hono/zod-openapi';
import type { Study } from '@understudy/store';
import type { Services } from '../../services.js';
import type { Caller } from '../api-env.js';
import { coarseProgress, personalProgress, studyProgress, studyState, type StudyState } from './progress.js';
import type { StudyBody, StudySummary } from './schema.js';

/** Where a study is. Imported votes were cast elsewhere: there is nothing to open. */
export function studyStatus({ mode, openedAt, closedAt }: Study): StudySummary['status'] {
  if (closedAt !== null || mode === 'imported') return 'closed';
  return openedAt === null ? 'draft' : 'open';
}

async function progressOf(
  { study, items }: StudyState,
  { role }: Caller,
  { store }: Services,
): Promise<StudySummary['progress']> {
  if (items === null) return { done: await store.countVotes(study.id), wanted: null };
  const progress = studyProgress(items);
  return role === 'annotator' ? coarseProgress(progress) : progress;
}

/** A study as anyone may see it. */
export async function studySummary(study: Study, caller: Caller, services: Services): Promise<StudySummary> {
  const { id, mode, title, questionSetId, versionIds, createdAt } = study;
  const state = await studyState(study, services);
  return {
    id,
    mode,
    title,
    questionSetId,
    models: versionIds.length,
    status: studyStatus(study),
    progress: await progressOf(state, caller, services),
    mine: await personalProgress(state, caller.annotator?.id, services),
    createdAt,
  };
}

/** A study as the person who asks may see it: its models are for admins, who also plan it. */
export async function studyBody(study: Study, caller: Caller, services: Services): Promise<z.infer<typeof StudyBody>> {
  const summary = await studySummary(study, caller, services);
  const isAdmin = caller.role === 'admin';
  return {
    ...summary,
    instructions: study.instructions,
    versionIds: isAdmin ? study.versionIds : null,
    design: isAdmin ? study.design : null,
  };
}
