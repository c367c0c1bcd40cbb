import { UserError } from '@understudy/core';

/** No study has this id. */
export function unknownStudy(studyId: string): UserError {
  return new UserError({
    code: 'study-unknown',
    message: `There is no study ${studyId}.`,
    hint: "'understudy arena study ls' lists them.",
    values: { studyId },
  });
}

/** The study has not opened yet, has been closed, or gives nothing of this kind. */
export function closedStudy(studyId: string): UserError {
  return new UserError({
    code: 'study-closed',
    message: `The study ${studyId} takes no votes now: it is not open.`,
    hint: 'Votes cast before are kept. Ask whoever leads the study.',
    values: { studyId },
  });
}

/** Something refers to what is not in the store. */
export function unknownReference(kind: 'model' | 'question set' | 'question' | 'answer', id: string): UserError {
  return new UserError({
    code: `${kind.replace(' ', '-')}-unknown`,
    message: `There is no ${kind} ${id} in the arena.`,
    hint: `Add the ${kind} first.`,
    values: { id },
  });
}
