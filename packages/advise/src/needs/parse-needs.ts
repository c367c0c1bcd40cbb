import { UserError } from '@understudy/core';
import { z } from 'zod';
import { NeedsSchema, type Needs } from './needs.js';

/** Needs whose parts were read one by one, if they go together. Throws `UserError` `needs-invalid`. */
export function checkNeeds(needs: Needs): Needs {
  if (needs.speed === undefined || needs.bandwidth !== undefined) return needs;
  throw invalidNeeds('a speed (`speed`) can only be judged with the bandwidth of the memory (`bandwidth`)');
}

/** Needs from what YAML, JSON or a query gave. Throws `UserError` `needs-invalid`, with all that is wrong. */
export function parseNeeds(written: unknown): Needs {
  const parsed = NeedsSchema.safeParse(written);
  if (parsed.success) return checkNeeds(parsed.data);
  throw invalidNeeds(z.prettifyError(parsed.error));
}

function invalidNeeds(problem: string): UserError {
  return new UserError({
    code: 'needs-invalid',
    message: `The needs can't be read: ${problem}`,
    hint: 'Run `understudy advise --help` for what can be asked for; packages/advise/examples has whole files.',
  });
}
