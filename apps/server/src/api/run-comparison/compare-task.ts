import { matchedPairsInterval, mcNemarTest, pairedDifferenceOf } from '@understudy/statistics';
import type { PairCounts, SampleColumn, Store } from '@understudy/store';
import { finite, measure } from '../../results/finite.js';
import { nextTurn } from '../../runs/next-turn.js';
import { figure } from '../runs/figure.js';
import type { TaskOfRun } from '../runs/task-of-run.js';
import type { TaskComparisonBody } from './schema.js';
import { settingDifferences } from './settings-difference.js';

type ColumnBody = TaskComparisonBody['columns'][number];

/** Two runs on one task, column by column; between columns the server answers others. */
export async function compareTask(runs: Store, first: TaskOfRun, second: TaskOfRun): Promise<TaskComparisonBody> {
  const task = first.task.task;
  const others = new Set((await runs.sampleColumns(second.run.id, task)).map(({ name }) => name));
  const columns = (await runs.sampleColumns(first.run.id, task)).filter(({ name }) => others.has(name));
  const bodies: ColumnBody[] = [];
  let totals = { matched: 0, onlyInFirst: 0, onlyInSecond: 0, promptsDiffering: 0 };
  for (const column of columns) {
    const pair = { firstRun: first.run.id, secondRun: second.run.id, task, column: column.name };
    const counts = await runs.countPairs(pair);
    const { matched, onlyInFirst, onlyInSecond, promptsDiffering } = counts;
    totals = { matched, onlyInFirst, onlyInSecond, promptsDiffering };
    bodies.push(columnBody(column, first, counts));
    await nextTurn();
  }
  return { task, settings: taskDifferences(first, second), ...totals, columns: bodies };
}

function taskDifferences(first: TaskOfRun, second: TaskOfRun): TaskComparisonBody['settings'] {
  const [one, other] = [first.task, second.task].map(({ version, numFewshot, documentsExpected, config }) => ({
    ...config,
    version,
    num_fewshot: numFewshot,
    documents: documentsExpected,
  }));
  return settingDifferences(one ?? {}, other ?? {});
}

function columnBody({ name, kind }: SampleColumn, { task }: TaskOfRun, counts: PairCounts): ColumnBody {
  const { binary } = counts;
  const count = counts.matched - counts.withoutValue;
  const paired = pairedDifferenceOf({ count, sum: counts.sumOfDifferences, sumOfSquares: counts.sumOfSquares });
  const disagreements = binary && { firstOnly: binary.onlyFirst, secondOnly: binary.onlySecond };
  const pValue = disagreements === undefined ? paired.pValue : mcNemarTest(disagreements);
  const interval = disagreements === undefined ? paired.interval : matchedPairsInterval({ ...disagreements, count });
  return {
    name,
    kind,
    higherIsBetter: task.higherIsBetter[name.split(',')[0] ?? ''] ?? null,
    isBinary: binary !== undefined,
    first: figure(counts.sumOfFirst / count),
    second: figure(counts.sumOfSecond / count),
    difference: measure({ value: paired.difference, interval, count }),
    pValue: count === 0 ? null : finite(pValue),
    different: counts.different,
    binary: binary ?? null,
  };
}
