import type { Annotator } from '@understudy/store';
import type { Services } from '../services.js';

/** The person at the machine itself, or one who has an admin's key: admins vote like anyone else. */
export async function ensureAnnotator(
  { id, pseudonym }: Pick<Annotator, 'id' | 'pseudonym'>,
  { store, now }: Services,
): Promise<Annotator> {
  const known = await store.getAnnotator(id);
  if (known !== undefined) return known;
  const annotator: Annotator = { id, kind: 'author', pseudonym, locale: null, consentAt: null, createdAt: now() };
  await store.putAnnotator(annotator);
  return annotator;
}
