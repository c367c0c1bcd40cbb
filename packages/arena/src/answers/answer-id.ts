import { createHash } from 'node:crypto';
import type { Answer } from '@understudy/store';

const ID_LENGTH = 24;

/** The id of an answer, made of what it is unique by. It does not show the model. */
export function answerId({
  questionId,
  versionId,
  sample,
}: Pick<Answer, 'questionId' | 'versionId' | 'sample'>): string {
  const key = JSON.stringify([questionId, versionId, sample]);
  return createHash('sha256').update(key).digest('hex').slice(0, ID_LENGTH);
}
