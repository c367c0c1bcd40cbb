import type { Annotator } from '@understudy/store';
import { issueKey } from '../../access/issue-key.js';
import { newId } from '../../access/secret.js';
import type { Services } from '../../services.js';

const DAY_MS = 86_400_000;

/** Whom to invite. */
export interface InvitationRequest extends Pick<Annotator, 'pseudonym' | 'kind' | 'locale'> {
  readonly expiresInDays: number;
}

/** A new annotator with the secret that opens the door once per browser; only its hash is kept. */
export interface Invitation {
  readonly annotator: Annotator;
  readonly secret: string;
  readonly expiresAt: number;
}

/** Makes an annotator and an invitation. */
export async function invite(
  { pseudonym, kind, locale, expiresInDays }: InvitationRequest,
  { store, now }: Pick<Services, 'store' | 'now'>,
): Promise<Invitation> {
  const createdAt = now();
  const expiresAt = createdAt + expiresInDays * DAY_MS;
  const annotator: Annotator = { id: newId(), kind, pseudonym, locale, consentAt: null, createdAt };
  await store.putAnnotator(annotator);
  const invitation = { role: 'annotator', label: pseudonym, annotatorId: annotator.id, createdAt, expiresAt } as const;
  const { secret } = await issueKey(store, invitation);
  return { annotator, secret, expiresAt };
}

/** The address that an invitation is given as: the secret stands behind `#`, which browsers send to nobody. */
export function invitationUrl(origin: string, secret: string): string {
  return `${origin}/join#${secret}`;
}
