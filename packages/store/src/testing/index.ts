export { freePort } from './free-port.js';
export { makeRun, makeSample, makeSession, makeTask } from './make-run.js';
export { findPostgres, type PostgresServer, startPostgres } from './postgres-server.js';
