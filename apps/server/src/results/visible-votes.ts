import type { Study } from '@understudy/store';
import type { Caller } from '../api/api-env.js';
import { ApiError } from '../http/api-error.js';
import type { Services } from '../services.js';

/**
 * Results of a study that is being voted on would tell annotators what others think of the models that they may recognise: they see those of
 * closed studies, of imported votes and of free mode only. Throws `ApiError`.
 */
export async function requireVisible(
  studyId: string | undefined,
  { role }: Caller,
  { store }: Services,
): Promise<void> {
  if (studyId === undefined) {
    if (role === 'annotator') throw ApiError.forbidden();
    return;
  }
  const study = await store.getStudy(studyId);
  if (!isVisible(study, role)) {
    throw new ApiError({
      status: 403,
      code: 'study-not-closed',
      message: 'Annotators see the results of a study once it is closed.',
    });
  }
}

/** The studies whose results the caller may know of, the newest first. */
export async function visibleStudies(
  { role }: Pick<Caller, 'role'>,
  { store }: Pick<Services, 'store'>,
): Promise<readonly Study[]> {
  return (await store.listStudies()).filter((study) => isVisible(study, role));
}

function isVisible({ mode, closedAt }: Study, role: Caller['role']): boolean {
  return role !== 'annotator' || mode !== 'study' || closedAt !== null;
}
