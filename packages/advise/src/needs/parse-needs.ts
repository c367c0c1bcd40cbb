import { UserError } from '@understudy/core';
import { z } from 'zod';
import { NeedsSchema, type Needs } from './needs.js';

/** Needs from what YAML, JSON or a query gave. Throws `UserError` `needs-invalid`, with all that is wrong. */
export function parseNeeds(written: unknown): Needs {
  const parsed = NeedsSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  throw new UserError({
    code: 'needs-invalid',
    message: `The needs can't be read: ${z.prettifyError(parsed.error)}`,
    hint: 'Run `understudy help advise` for what can be asked for; packages/advise/examples has whole files.',
  });
}
