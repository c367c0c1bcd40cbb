import type { Annotator } from '@understudy/store';
import type { Caller } from '../api/api-env.js';
import { ApiError } from '../http/api-error.js';

/** The person who votes. Throws `ApiError` for a key that is nobody's. */
export function requireAnnotator({ annotator }: Caller): Pick<Annotator, 'id' | 'pseudonym'> {
  if (annotator === null) throw ApiError.forbidden();
  return annotator;
}
