import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from './free-port.js';

const run = promisify(execFile);

/** A PostgreSQL server of the tests' own, thrown away afterwards. */
export interface PostgresServer extends AsyncDisposable {
  /** E.g. `PostgreSQL 15.13`. */
  readonly version: string;
  readonly port: number;
  /** Address of a database for a user; the user `tests` may do anything. */
  url(database: string, user?: string): string;
  /** Runs statements as the user `tests`. */
  execute(database: string, ...statements: readonly string[]): Promise<void>;
}

/** The folder with `initdb` and `postgres`, of the newest version installed; undefined: none. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/**
 * Starts a server on a free port of this machine. It writes nothing through to the disk, which makes it several times as fast. Only the user
 * `guarded` needs a password: `right`.
 */
export async function startPostgres(binaries: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-postgres-'));
  const identity = unprivileged();
  if (identity !== undefined) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, 'data');
  const options = ['-D', data, '-U', 'tests', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  await run(join(binaries, 'initdb'), options, { cwd: folder, ...identity });
  writeFileSync(
    join(data, 'pg_hba.conf'),
    'host all guarded 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n',
  );
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: 60,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...flags], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...identity,
  });
  const stop = (): void => void server.kill('SIGQUIT');
  process.once('exit', stop);
  const url = (database: string, user = 'tests'): string => `postgres://${user}@127.0.0.1:${port}/${database}`;
  const execute = async (database: string, ...statements: readonly string[]): Promise<void> => {
    const client = new Client(url(database));
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const version = await answer(server, url('postgres'));
  await execute('postgres', "create role guarded login password 'right'", 'create role stranger login');
  return {
    version,
    port,
    url,
    execute,
    async [Symbol.asyncDispose]() {
      const hasExited = server.exitCode !== null || server.signalCode !== null;
      const exited = hasExited ? undefined : once(server, 'exit');
      stop();
      await exited;
      process.off('exit', stop);
      rmSync(folder, { recursive: true });
    },
  };
}

/** The server's version, as soon as it answers. */
async function answer(server: ChildProcess, url: string): Promise<string> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4_000)));
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`);
    const client = new Client(url);
    try {
      await client.connect();
      const { rows } = await client.query<{ version: string }>('select version()');
      await client.end();
      return /PostgreSQL [\d.]+/.exec(rows[0]?.version ?? '')?.[0] ?? 'PostgreSQL';
    } catch {
      await sleep(50);
    }
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, or as `nobody`. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}
