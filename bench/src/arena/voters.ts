import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textTable } from '../text-table.js';
import { ArenaClient } from './arena-client.js';
import { ArenaServer } from './arena-server.js';
import { fillArena } from './fill-arena.js';
import { tally, type ExportedVote } from './tally.js';
import { voteAll, type Acknowledged } from './voter.js';

// Program: `voters.js [--voters N] [--votes N] [--steady] [--json]` lets many people vote at once on a real server, which is killed in the
// middle unless `--steady`.

const SIZE = { models: 8, questions: 25 } as const;
const ITEMS = ((SIZE.models * (SIZE.models - 1)) / 2) * SIZE.questions;

const { values } = parseArgs({
  options: {
    voters: { type: 'string', default: '200' },
    votes: { type: 'string', default: '4200' },
    steady: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const voters = Number(values.voters);
const votesPerItem = Math.max(1, Math.round(Number(values.votes) / ITEMS));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function openStudy(admin: ArenaClient, versionIds: readonly string[]): Promise<string> {
  const design = { votesPerItem, items: null, overlap: 1, goldEvery: 0, seed: 1 };
  const study = { title: 'Bench', mode: 'study', questionSetId: 'bench', versionIds, design };
  const made = await admin.post('/api/studies', study);
  const id = String(made.body['id']);
  const opened = await admin.post(`/api/studies/${id}/open`, {});
  if (opened.status !== 200) throw new Error(`The study did not open: ${JSON.stringify(opened.body)}`);
  return id;
}

async function invitedClient(admin: ArenaClient, url: string, number: number): Promise<ArenaClient> {
  const { status, body } = await admin.post('/api/annotators', { pseudonym: `voter ${number}` });
  if (status !== 200) throw new Error(`No invitation: ${status} ${JSON.stringify(body)}`);
  const client = new ArenaClient(url);
  await client.join(new URL(String(body['invitation'])).hash.slice(1));
  return client;
}

const cell = (value: unknown): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : JSON.stringify(value);

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const folder = mkdtempSync(join(tmpdir(), 'understudy-voters-'));
try {
  const home = join(folder, 'home');
  mkdirSync(home);
  const versionIds = await fillArena(join(home, 'understudy.db'), SIZE);
  const server = await ArenaServer.start({ home, port: await freePort() });
  const admin = new ArenaClient(server.url);
  await admin.open();
  const studyId = await openStudy(admin, versionIds);
  const clients: ArenaClient[] = [];
  for (let number = 0; number < voters; number += 1) clients.push(await invitedClient(admin, server.url, number));

  const acknowledged: Acknowledged[] = [];
  const wantedVotes = ITEMS * votesPerItem;
  let kill: Promise<number> | undefined;
  let atKill = 0;
  const onVote = (vote: Acknowledged): void => {
    acknowledged.push(vote);
    if (values.steady || acknowledged.length < wantedVotes / 2) return;
    if (kill === undefined) atKill = acknowledged.length;
    kill ??= server.killAndRestart();
  };
  const from = performance.now();
  const wrong = (await Promise.all(clients.map((client) => voteAll(client, studyId, onVote)))).flat();
  const seconds = (performance.now() - from) / 1000;
  const awaySeconds = (await kill) ?? 0;
  const text = await admin.text(`/api/export?study=${studyId}&format=jsonl`);
  const exported = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedVote);
  const exitCode = await server.stop();

  const faults = tally(acknowledged, exported, votesPerItem);
  const times = acknowledged.map((vote) => vote.seconds).toSorted((a, b) => a - b);
  const isWell = wrong.length === 0 && exitCode === 0 && Object.values(faults).every((count) => count === 0);
  const result = {
    voters,
    votesWanted: wantedVotes,
    votesAcknowledged: acknowledged.length,
    votesExported: exported.length,
    acknowledgedAtKill: atKill,
    awaySeconds,
    sentAgain: clients.reduce((sum, { retries }) => sum + retries, 0),
    hadAlready: acknowledged.filter(({ repeated }) => repeated).length,
    seconds,
    votesPerSecond: acknowledged.length / (seconds - awaySeconds),
    voteMs: {
      p50: percentile(times, 0.5) * 1000,
      p95: percentile(times, 0.95) * 1000,
      p99: percentile(times, 0.99) * 1000,
    },
    ...faults,
    wrong,
    exitCode,
    isWell,
  };
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    const rows = Object.entries(result).map(([name, value]) => [name, cell(value)]);
    process.stdout.write(`${textTable({ head: ['', ''], rows, maxWidths: [24, 100] })}\n`);
    process.stdout.write(isWell ? 'No vote was lost or counted twice.\n' : 'NOT as it should be.\n');
  }
  process.exitCode = isWell ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
