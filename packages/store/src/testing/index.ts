export { freePort } from './free-port.js';
export { makeCounters, makeRun, makeSample, makeSession, makeTask } from './make-run.js';
export { findPostgres, type PostgresServer, startPostgres } from './postgres-server.js';
