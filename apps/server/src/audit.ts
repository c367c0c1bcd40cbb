import type { Caller } from './api/api-env.js';
import type { Services } from './services.js';

/** Something that an admin did. */
export interface AuditedAct {
  /** E.g. `study-open`. */
  readonly action: string;
  readonly target: string | null;
  /** What it was done with; never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes an act into the audit log. */
export async function audit(
  { store, now }: Services,
  { actor }: Caller,
  { action, target, details = {} }: AuditedAct,
): Promise<void> {
  await store.appendAudit({ at: now(), actor, action, target, details: JSON.stringify(details) });
}
