import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databasePlace } from './database-place.js';
import { hasLoopbackAddresses } from './loopback-addresses.js';
import { votingRecord, votingText } from './voting-report.js';
import { runVoting } from './voting-run.js';

const USAGE = `usage: npm run bench:voters -- [options]
People vote in a real server process, which is killed in the middle; in the end each acknowledged vote must be there once.
  --voters N             people who vote at the same time (200)
  --votes N              votes wanted in all (4000)
  --models N             (8)
  --questions N          (40)
  --kills N              times the server is killed with SIGKILL and started again (1)
  --think MS             time that a voter looks at a pair, on average (0: as fast as they can)
  --seconds N            voters begin nothing new after so long, whatever is left (70)
  --one-address          all voters come from one address, as from a lecture hall; else each has its own (Linux)
  --database KIND        sqlite (default) or postgres (a server of its own, where one is installed)
  --seed N               of what voters do (1)
  --json                 print everything as JSON
`;

const { values } = parseArgs({
  options: {
    voters: { type: 'string', default: '200' },
    votes: { type: 'string', default: '4000' },
    models: { type: 'string', default: '8' },
    questions: { type: 'string', default: '40' },
    kills: { type: 'string', default: '1' },
    think: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '70' },
    'one-address': { type: 'boolean', default: false },
    database: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else process.exitCode = await measure();

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function measure(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'understudy-voters-'));
  try {
    await using database = await databasePlace(values.database === 'postgres' ? 'postgres' : 'sqlite', home);
    if (database === undefined) {
      note('no PostgreSQL server is installed');
      return 1;
    }
    const isOneAddress = values['one-address'] || !(await hasLoopbackAddresses());
    const result = await runVoting({
      home,
      database,
      size: { models: Number(values.models), questions: Number(values.questions), votes: Number(values.votes) },
      voters: Number(values.voters),
      kills: Number(values.kills),
      thinkMs: Number(values.think),
      seconds: Number(values.seconds),
      isOneAddress,
      seed: Number(values.seed),
      note,
    });
    const record = votingRecord(result);
    const machine = {
      cpu: cpus()[0]?.model ?? '',
      cores: availableParallelism(),
      load: loadavg().map((load) => Number(load.toFixed(1))),
    };
    if (values.json) {
      const { voters, think } = values;
      const settings = { database: database.name, voters: Number(voters), thinkMs: Number(think), isOneAddress };
      process.stdout.write(`${JSON.stringify({ machine, ...settings, ...record })}\n`);
    } else {
      const from = isOneAddress ? 'one address' : 'an address each';
      process.stdout.write(
        `${machine.cores} cores, load ${machine.load.join(' ')}; ${database.name}; ${values.voters} voters from ${from}\n`,
      );
      process.stdout.write(votingText(record));
    }
    return record.isSound ? 0 : 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
