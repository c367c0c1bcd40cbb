import { chooseItem, itemsLeft } from '@understudy/arena';
import type { Study } from '@understudy/store';
import { hashSecret, newId, newSecret } from '../../access/secret.js';
import type { Services } from '../../services.js';
import { personalProgress, studyState } from '../studies/progress.js';
import { assignmentBody } from './assignment-body.js';
import type { z } from '@hono/zod-openapi';
import type { NextBody } from './schema.js';

/** Long enough to read two long answers, short enough that an item left lying goes to somebody else on the same day. */
export const ASSIGNMENT_MS = 45 * 60_000;

/** Gives an annotator the next item of a planned study. */
export async function nextStudyItem(
  study: Study,
  annotatorId: string,
  services: Services,
): Promise<z.infer<typeof NextBody>> {
  const { store, now } = services;
  const { seed, goldEvery } = study.design;
  const token = newSecret();
  const at = now();
  let progress: z.infer<typeof NextBody>['progress'] | undefined;
  const given = await store.nextItem({
    studyId: study.id,
    annotatorId,
    assignmentId: newId(),
    tokenHash: hashSecret(token),
    now: at,
    expiresAt: at + ASSIGNMENT_MS,
    choose: (candidates, done) => {
      const options = { seed, annotatorId, done, goldEvery };
      progress = { done, left: itemsLeft(candidates, options) };
      return chooseItem(candidates, options);
    },
  });
  // Whoever holds an item gets that one again, without a choice.
  progress ??= await personalProgress(await studyState(study, services), annotatorId, services);
  if (given === undefined) return { assignment: null, progress, completionCode: study.completionCode };
  return { assignment: await assignmentBody(given, token, services), progress, completionCode: null };
}
