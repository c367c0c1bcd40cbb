import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { formatCount } from '../../../format/format-number.js';
import type { Messages } from '../../../messages/messages.js';
import { useLanguage } from '../../../messages/use-messages.js';
import { Link } from '../../../page/link.js';
import { Panel } from '../../../page/panel.js';
import { QueryView } from '../../../page/query-view.js';
import type { Column } from '../../../table/column.js';
import { DataTable } from '../../../table/data-table.js';
import { columnName } from '../samples/column-name.js';
import { type TasksComparison, tasksComparisonQuery, type TwoRuns } from './calls.js';
import { differenceColumns } from './difference-columns.js';

type ComparedTask = TasksComparison['tasks'][number];

interface Choice {
  readonly runs: TwoRuns;
  readonly chosen: string;
}

function columnsOf({ runs, chosen }: Choice, texts: Messages, language: string): readonly Column<ComparedTask>[] {
  const { compare, samples } = texts;
  const marksOf = ({ settingsDiffering, promptsDiffering }: ComparedTask): string =>
    [
      settingsDiffering > 0 ? compare.marks.settings(settingsDiffering) : '',
      promptsDiffering > 0 ? compare.marks.prompts(formatCount(promptsDiffering, language)) : '',
    ]
      .filter((mark) => mark !== '')
      .join(', ');
  return [
    {
      key: 'task',
      header: compare.task,
      value: ({ task }) => task,
      show: ({ task }) => (
        <Link
          to="/runs/compare"
          search={{ ...runs, task }}
          replace
          resetScroll={false}
          aria-current={task === chosen ? 'true' : undefined}
        >
          {task === chosen ? <strong>{task}</strong> : task}
        </Link>
      ),
    },
    {
      key: 'metric',
      header: compare.columns.column,
      value: ({ column }) => column && columnName(column, samples),
      show: ({ column }) => column && `${columnName(column, samples)} ${directionOf(column.higherIsBetter)}`,
      saved: ({ column }) => ({ column: column?.name ?? null }),
    },
    ...differenceColumns(compare, language, ({ column }: ComparedTask) => column),
    {
      key: 'marks',
      header: compare.columns.marks,
      value: marksOf,
      saved: ({ settingsDiffering, promptsDiffering }) => ({
        settings_differing: settingsDiffering,
        prompts_differing: promptsDiffering,
      }),
    },
  ];
}

function directionOf(higherIsBetter: boolean | null): string {
  return higherIsBetter === null ? '' : higherIsBetter ? '↑' : '↓';
}

/** All tasks of two runs by their main metrics; the name of one chooses it. */
export function TasksTable(props: Choice): ReactNode {
  const { language, messages } = useLanguage();
  const { compare } = messages;
  const { chosen } = props;
  const { first, second } = props.runs;
  const query = useQuery(tasksComparisonQuery({ first, second }));
  const columns = useMemo(
    () => columnsOf({ runs: { first, second }, chosen }, messages, language),
    [first, second, chosen, messages, language],
  );
  return (
    <Panel title={compare.allTasks} note={compare.allTasksNote}>
      <QueryView query={query}>
        {(rows) => (
          <DataTable
            caption={compare.allTasks}
            columns={columns}
            rows={rows}
            rowKey={({ task }) => task}
            fileName="understudy-run-comparison-tasks"
          />
        )}
      </QueryView>
    </Panel>
  );
}
