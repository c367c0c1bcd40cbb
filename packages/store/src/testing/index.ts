export { makeRun, makeTask } from './make-run.js';
export { findPostgres, startPostgres, type PostgresServer } from './postgres-server.js';
