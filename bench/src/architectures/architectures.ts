import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ARCHITECTURE_FIXTURES, architectureFixture, unpackCheckpoint } from '@understudy/engine-llama/testing';
import { architectureProblems, architectureReport, type ArchitectureRow } from './architecture-report.js';
import { architectureTemplates } from './architecture-templates.js';
import { CONTESTANTS, measureArchitecture } from './measure-architecture.js';

const USAGE = `usage: npm run bench:architectures -- [options]
Compares both engines with the reference implementation of each architecture, on tiny checkpoints; no Python is needed.
  --only TEXT   fixtures whose name contains this text, e.g. falcon; may be given again
  --json        print everything as JSON
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else process.exitCode = await compare();

/** Returns the exit code: 0 when all is as it should be. */
async function compare(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'understudy-bench-'));
  const rows: ArchitectureRow[] = [];
  for (const name of ARCHITECTURE_FIXTURES) {
    if (values.only?.some((text) => name.includes(text)) ?? true) rows.push(await measureRow(name, home));
  }
  rmSync(home, { recursive: true });
  const problems = architectureProblems(rows);
  if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else process.stdout.write(`${[architectureReport(rows), ...problems].join('\n')}\n`);
  return problems.length > 0 ? 1 : 0;
}

async function measureRow(name: string, home: string): Promise<ArchitectureRow> {
  process.stderr.write(`${name}\n`);
  using checkpoint = unpackCheckpoint(name);
  const entries = [];
  for (const contestant of CONTESTANTS) {
    entries.push([contestant, await measureArchitecture(name, { path: checkpoint.path, home, contestant })] as const);
  }
  // One entry for each contestant.
  const results = Object.fromEntries(entries) as ArchitectureRow['results'];
  return {
    name,
    reference: architectureFixture(name).reference,
    results,
    templates: await architectureTemplates(name),
  };
}
