import type { AccessKey, Annotator } from '@understudy/store';
import type { Services } from '../services.js';
import { ensureAnnotator } from './ensure-annotator.js';

/** Whom a key stands for: its annotator; an admin is one too, so as to vote. */
export async function annotatorOfKey(
  { id, role, annotatorId }: Pick<AccessKey, 'id' | 'role' | 'annotatorId'>,
  services: Services,
): Promise<Annotator | null> {
  if (annotatorId !== null) return (await services.store.getAnnotator(annotatorId)) ?? null;
  return role === 'admin' ? ensureAnnotator({ id: `admin-${id}`, pseudonym: 'admin' }, services) : null;
}
