import { UnderstudyError, type ErrorDetails } from './understudy-error.js';

/** A data set, a task file or a model file is not what it should be. */
export class DataError extends UnderstudyError {
  constructor(details: ErrorDetails) {
    super('data', details);
  }
}
