export { makeRun, makeTask } from './make-run.js';
