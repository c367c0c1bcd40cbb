import { readCatalog } from '@understudy/catalog';
import { askedNames } from '@understudy/evaluate';
import { RunModels } from '@understudy/evidence';
import type { Run, Store } from '@understudy/store';
import type { Messages } from '../../messages/messages.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatCount } from '../../terminal/format-count.js';
import { shortList } from '../../terminal/short-list.js';
import { printJson } from '../../terminal/print-json.js';
import { EXIT } from '../../errors/exit-codes.js';
import { defineCommand } from '../command.js';
import { usedEngines } from '../used-engines.js';
import { openHomeStore } from '../open-home-store.js';

/** What a listing says of a run. */
interface RunListing {
  readonly id: string;
  readonly status: Run['status'];
  /** ISO 8601. */
  readonly started: string;
  /** The spec that it was given. */
  readonly model: string;
  /** As the leaderboard names the model. */
  readonly name: string;
  readonly engine: string;
  /** Tasks and groups as they were asked for. */
  readonly asked: readonly string[];
  readonly tasks: readonly string[];
  readonly samples: number;
}

async function describeRun(run: Run, store: Store, models: RunModels): Promise<RunListing> {
  const counts = await store.countSamples(run.id);
  const tasks = (await store.listTasks(run.id)).map(({ task }) => task);
  return {
    id: run.id,
    status: run.status,
    started: new Date(run.createdAt).toISOString(),
    model: run.model,
    name: models.of(run).name,
    engine: [...new Set(usedEngines(run).map(({ engine }) => engine))].join(', ') || run.source,
    asked: askedNames(run, tasks),
    tasks,
    samples: [...counts.values()].reduce((sum, { stored }) => sum + stored, 0),
  };
}

function runTable(runs: readonly RunListing[], { columns, status }: Messages['runs']): string {
  return formatColumns(
    [
      { title: columns.id },
      { title: columns.status },
      { title: columns.started },
      { title: columns.model },
      { title: columns.engine },
      { title: columns.samples, align: 'right' },
      { title: columns.tasks },
      { title: columns.spec },
    ],
    runs.map((run) => [
      run.id,
      status[run.status],
      run.started.slice(0, 16).replace('T', ' '),
      run.name,
      run.engine,
      formatCount(run.samples),
      shortList(run.asked),
      run.model,
    ]),
  );
}

/** `understudy runs ls` */
export const runsLs = defineCommand({
  options: { json: jsonOption },
  async run({ values }, context) {
    const { messages, stdout } = context;
    await using store = await openHomeStore(context);
    const stored = await store.listRuns();
    const models = new RunModels(await readCatalog());
    const runs = await Promise.all(stored.map((run) => describeRun(run, store, models)));
    if (values.json) printJson(stdout, { runs });
    else stdout.write(`${runs.length === 0 ? messages.runs.none : runTable(runs, messages.runs)}\n`);
    return EXIT.done;
  },
});
