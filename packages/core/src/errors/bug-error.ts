import { UnderstudyError, type ErrorDetails } from './understudy-error.js';

/** An invariant of ours does not hold. */
export class BugError extends UnderstudyError {
  constructor(details: ErrorDetails) {
    super('bug', details);
  }
}
