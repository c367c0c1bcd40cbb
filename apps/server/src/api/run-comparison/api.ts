import { RunTallies } from '../../runs/run-tally.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { RunModels } from '@understudy/evidence';
import { runBody } from '../runs/run-body.js';
import { taskOfRun } from '../runs/task-of-run.js';
import { compareTask } from './compare-task.js';
import { compareTasks } from './compare-tasks.js';
import { pairsBody } from './pairs-body.js';
import * as routes from './routes.js';
import { settingDifferences } from './settings-difference.js';

/** Two runs side by side. */
export function runComparisonApi({ runs, catalog, now }: Services) {
  const tallies = new RunTallies(runs);
  return newApi()
    .openapi(routes.compareRuns, async (c) => {
      const query = c.req.valid('query');
      const [one, other] = [await runs.getRun(query.first), await runs.getRun(query.second)];
      const [first, second] = [await tallies.of(one), await tallies.of(other)];
      const models = new RunModels(await catalog());
      return c.json(
        {
          first: runBody(one, { tally: first, models, now: now() }),
          second: runBody(other, { tally: second, models, now: now() }),
          tasks: first.tasks.filter((task) => second.tasks.includes(task)),
          onlyInFirst: first.tasks.filter((task) => !second.tasks.includes(task)),
          onlyInSecond: second.tasks.filter((task) => !first.tasks.includes(task)),
          settings: settingDifferences(one.settings, other.settings),
        },
        200,
      );
    })
    .openapi(routes.compareTasks, async (c) => {
      const { first, second } = c.req.valid('query');
      return c.json(await compareTasks(runs, await runs.getRun(first), await runs.getRun(second)), 200);
    })
    .openapi(routes.compareTask, async (c) => {
      const { first, second, task } = c.req.valid('query');
      const [one, other] = [await taskOfRun(runs, first, task), await taskOfRun(runs, second, task)];
      return c.json(await compareTask(runs, one, other), 200);
    })
    .openapi(routes.listPairs, async (c) => {
      const { first, second, task, ...query } = c.req.valid('query');
      const [one, other] = [await taskOfRun(runs, first, task), await taskOfRun(runs, second, task)];
      return c.json(await pairsBody(runs, { ...query, firstRun: one.run.id, secondRun: other.run.id, task }), 200);
    });
}
