import { UnderstudyError, type ErrorDetails } from './understudy-error.js';

/** The user's input or set-up is at fault: an option, a file, a missing program. Ends with how to mend it. */
export class UserError extends UnderstudyError {
  constructor(details: ErrorDetails) {
    super('user', details);
  }
}
