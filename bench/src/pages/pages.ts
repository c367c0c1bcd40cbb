import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCatalog } from '@understudy/catalog';
import { openStore } from '@understudy/store';
import { chromium } from 'playwright-core';
import { fillRuns } from '../leaderboard/fill-runs.js';
import { textTable } from '../text-table.js';
import { ArenaServer } from '../voters/arena-server.js';
import { summariseLatencies } from '../voters/latencies.js';
import { timeAnswer } from './time-answer.js';
import { timePage, type PageVisit } from './time-page.js';

const USAGE = `usage: npm run bench:pages -- [options]
Times first visits of pages in Chromium over loopback, and the answer that the leaderboard is made of, on a database of runs with kept results.
  --runs N     1000 by default
  --tasks N    60 by default
  --visits N   of each page by a browser that keeps nothing, 10 by default
  --port N     8973 by default
  --json       one object instead of a table
Interactive is when heading and links stand in the page and no task of its scripts of 50 ms or more is under way. Chromium is
/usr/bin/chromium, or what UNDERSTUDY_CHROMIUM names.
`;

/** What is promised, in milliseconds and bytes. */
const BUDGET = { interactiveMs: 1000, scriptBytes: 200_000, answerMs: 50 };
const ANSWERS = 30;
const KEY = 'key-of-the-bench-of-pages-0123456789';

/** Pages with what stands in them once their data came. */
const PAGES: Readonly<Record<string, string>> = {
  '/': 'main table tbody tr',
  '/leaderboard': 'main table tbody tr',
  '/models': 'main table tbody tr',
  '/runs': 'main table tbody tr',
};

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    tasks: { type: 'string', default: '60' },
    visits: { type: 'string', default: '10' },
    port: { type: 'string', default: '8973' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else process.exitCode = await run();

/** Returns the exit code: 1 when the start page or the warm answer exceeds its budget. */
async function run(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'understudy-bench-pages-'));
  try {
    const { cards } = await readCatalog();
    {
      await using store = await openStore({ path: join(home, 'understudy.db') });
      await fillRuns(store, {
        runs: Number(values.runs),
        tasks: Number(values.tasks),
        cards: cards.map(({ id }) => id),
      });
    }
    const options = { port: Number(values.port), home, database: undefined, adminKey: KEY };
    await using server = await ArenaServer.start(options);
    const answers = await timeAnswers(server.url);
    const pages = await timePages(server.url);
    return report(answers, pages);
  } finally {
    rmSync(home, { recursive: true });
  }
}

async function timeAnswers(url: string) {
  const headers = { Authorization: `Bearer ${KEY}`, 'Accept-Encoding': 'gzip' };
  const ask = () => timeAnswer(`${url}/api/leaderboard`, headers);
  const cold = await ask();
  // Compressed when it is first asked for.
  await ask();
  const warm = [];
  for (let time = 0; time < ANSWERS; time += 1) warm.push(await ask());
  return { cold, warm, bytes: cold.bytes };
}

async function timePages(url: string): Promise<ReadonlyMap<string, readonly PageVisit[]>> {
  const browser = await chromium.launch({
    executablePath: process.env['UNDERSTUDY_CHROMIUM'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const visits = new Map<string, PageVisit[]>(Object.keys(PAGES).map((path) => [path, []]));
    // In turn, so that what else the machine does touches all pages alike.
    for (let time = 0; time < Number(values.visits); time += 1) {
      for (const [path, ready] of Object.entries(PAGES)) {
        visits.get(path)?.push(await timePage(browser, { url: `${url}${path}`, ready, key: KEY }));
      }
    }
    return visits;
  } finally {
    await browser.close();
  }
}

function report(
  { cold, warm, bytes }: Awaited<ReturnType<typeof timeAnswers>>,
  pages: Awaited<ReturnType<typeof timePages>>,
): number {
  const answer = summariseLatencies(warm.map(({ ms }) => ms));
  const start = summariseLatencies((pages.get('/') ?? []).map(({ interactiveMs }) => interactiveMs));
  const scriptBytes = Math.max(...(pages.get('/') ?? []).map((visit) => visit.scriptBytes));
  const isWithin =
    answer.median < BUDGET.answerMs && start.median < BUDGET.interactiveMs && scriptBytes < BUDGET.scriptBytes;
  if (values.json) {
    const { runs, tasks } = values;
    const record = { runs, tasks, cold, warm, bytes, pages: Object.fromEntries(pages), budget: BUDGET };
    process.stdout.write(`${JSON.stringify(record)}\n`);
    return isWithin ? 0 : 1;
  }
  const rows = [...pages].map(([path, visits]) => {
    const of = (value: (visit: PageVisit) => number): string[] => {
      const { median, worst } = summariseLatencies(visits.map(value));
      return [median.toFixed(0), worst.toFixed(0)];
    };
    const [script = ''] = of((visit) => visit.scriptBytes / 1000);
    return [
      path,
      ...of((visit) => visit.interactiveMs),
      ...of((visit) => visit.firstPaintMs),
      ...of((visit) => visit.completeMs),
      script,
    ];
  });
  const head = ['page', 'interactive ms', 'worst', 'first paint ms', 'worst', 'data shown ms', 'worst', 'script kB'];
  const lines = [
    textTable({ head, rows, right: [1, 2, 3, 4, 5, 6, 7] }),
    `leaderboard of ${values.runs} runs × ${values.tasks} tasks: ${(bytes / 1000).toFixed(0)} kB compressed; cold ${cold.ms.toFixed(0)} ms, warm median ${answer.median.toFixed(1)} ms, worst ${answer.worst.toFixed(1)} ms`,
    `budgets: start page interactive in ${BUDGET.interactiveMs} ms with ${BUDGET.scriptBytes / 1000} kB of script, warm answer in ${BUDGET.answerMs} ms`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return isWithin ? 0 : 1;
}
