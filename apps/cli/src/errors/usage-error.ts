import { UserError, type ErrorDetails } from '@understudy/core';

/** The command line or the config file is wrong: exit code 2. */
export class UsageError extends UserError {
  constructor(details: Omit<ErrorDetails, 'code'> & { readonly code?: string }) {
    super({ code: 'usage', ...details });
  }
}
