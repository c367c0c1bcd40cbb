import { UnderstudyError, type ErrorDetails } from './understudy-error.js';

/** A model's engine failed: a native crash, out of memory, a context that is too short. */
export class EngineError extends UnderstudyError {
  constructor(details: ErrorDetails) {
    super('engine', details);
  }
}
