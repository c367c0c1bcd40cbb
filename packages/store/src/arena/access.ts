/** What a person may do: `viewer` sees results, `annotator` votes in addition, `admin` may do everything. */
export const ROLES = ['viewer', 'annotator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A person who votes, by a pseudonym. Nothing else about them is kept. */
export interface Annotator {
  readonly id: string;
  readonly kind: 'crowd' | 'expert' | 'author';
  readonly pseudonym: string;
  /** BCP 47. */
  readonly locale: string | null;
  readonly consentAt: number | null;
  readonly createdAt: number;
}

/** A key that opens the server, or an invitation. Only its hash is kept. */
export interface AccessKey {
  readonly id: string;
  /** SHA-256 of the secret, lower-case hexadecimal. */
  readonly hash: string;
  readonly role: Role;
  /** The annotator whom an invitation is for; null for other keys. */
  readonly annotatorId: string | null;
  readonly label: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

/** A browser that has shown a key. Only the hash of its cookie is kept. */
export interface Session {
  /** SHA-256 of the cookie's secret, lower-case hexadecimal. */
  readonly hash: string;
  /** Null for the session of a person at the machine itself. */
  readonly keyId: string | null;
  readonly role: Role;
  readonly annotatorId: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** One line of the audit log. */
export interface AuditEntry {
  /** Ascending. */
  readonly seq: number;
  readonly at: number;
  /** Key or annotator that acted: an id, never a secret. */
  readonly actor: string;
  /** E.g. `study-open`, `vote-invalidate`, `key-create`, `key-refused`. */
  readonly action: string;
  readonly target: string | null;
  /** JSON. */
  readonly details: string;
}
