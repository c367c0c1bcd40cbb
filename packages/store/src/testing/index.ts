export { freePort } from './free-port.js';
export { makeRun, makeTask } from './make-run.js';
export { findPostgres, type PostgresServer, startPostgres } from './postgres-server.js';
