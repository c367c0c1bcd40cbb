import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { PoolClient } from 'pg';
import { storable } from './storable.js';

/** Connections of one process. What waits for one waits in order. */
const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 15_000;
/** PostgreSQL's 64-bit integer. All of ours are times, counts and seeds far below 2⁵³. */
const INT8 = 20;

/** Connections to a PostgreSQL server, opened when they are needed. */
export async function postgresPool(url: string): Promise<PostgresPool> {
  const { Pool, TypeOverrides } = await import('pg');
  const types = new TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'understudy',
    types,
  });
  // A connection that is lost fails what runs on it and leaves the pool; whoever asks next gets a new one. Without these listeners the
  // process would end: the first is for idle connections, the second for one that is lost between two statements of a transaction.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return { connect: async () => storingClient(await pool.connect()), end: () => pool.end() };
}

function storingClient(client: PoolClient): PostgresPoolClient {
  const query = (text: string, parameters: readonly unknown[]) => client.query(text, parameters.map(storable));
  return {
    // Kysely asks for a cursor, the other form, only where it was given one.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  };
}
