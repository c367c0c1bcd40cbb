import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import { Link } from '../../../page/link.js';
import { Page } from '../../../page/page.js';
import { Panel } from '../../../page/panel.js';
import { QueryView } from '../../../page/query-view.js';
import { RunStatusBadge } from '../run-status.js';
import { type Comparison, comparisonQuery, type TwoRuns } from './calls.js';
import { type CompareSearch, readCompareSearch } from './compare-search.js';
import classes from './compare.module.css';
import { PairView } from './pair-view.js';
import { SettingsWarning } from './settings-warning.js';
import { TaskComparison } from './task-comparison.js';
import { TasksTable } from './tasks-table.js';

const route = getRouteApi('/runs/compare');

/** Two runs, task by task, metric by metric, document by document. */
export function ComparePage(): ReactNode {
  const { runs: texts, compare } = useMessages();
  const { first, second } = route.useSearch();
  return (
    <Page title={compare.title} about={<Link to="/runs">{texts.allRuns}</Link>} wide>
      {first === undefined || second === undefined ? (
        <Panel>{texts.compareHint}</Panel>
      ) : (
        <TwoRunsView runs={{ first, second }} />
      )}
    </Page>
  );
}

function TwoRunsView(props: { readonly runs: TwoRuns }): ReactNode {
  const { runs } = props;
  const { compare } = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(comparisonQuery(runs));
  const change = (part: { readonly [Key in keyof CompareSearch]?: CompareSearch[Key] | undefined }): void =>
    void navigate({ search: readCompareSearch({ ...search, ...part }), replace: true, resetScroll: false });
  return (
    <QueryView query={query}>
      {(comparison) => {
        const task = search.task ?? comparison.tasks[0];
        return (
          <>
            <Panel>
              <div className={classes['sides']}>
                <RunHead label={compare.first} run={comparison.first} />
                <RunHead label={compare.second} run={comparison.second} />
              </div>
              <SettingsWarning differences={comparison.settings} text={compare.settingsDiffer} />
              <OnlyIn comparison={comparison} />
            </Panel>
            {task === undefined ? (
              <Panel>{compare.noTask}</Panel>
            ) : (
              <>
                {comparison.tasks.length > 1 && <TasksTable runs={runs} chosen={task} />}
                <Panel>
                  <NativeSelect
                    size="xs"
                    maw="20rem"
                    label={compare.task}
                    value={task}
                    data={[...comparison.tasks]}
                    onChange={(event) =>
                      // Another task has other columns and documents.
                      void navigate({
                        search: { ...runs, task: event.currentTarget.value },
                        replace: true,
                        resetScroll: false,
                      })
                    }
                  />
                </Panel>
                <TaskComparison
                  runs={runs}
                  task={task}
                  search={search}
                  onChange={(part) => change({ task, ...part })}
                />
                {search.document !== undefined && (
                  <PairView
                    key={`${search.document} ${search.secondDocument}`}
                    runs={runs}
                    task={task}
                    document={search.document}
                    secondDocument={search.secondDocument ?? search.document}
                  />
                )}
              </>
            )}
          </>
        );
      }}
    </QueryView>
  );
}

function RunHead(props: { readonly label: string; readonly run: Comparison['first'] }): ReactNode {
  const { label, run } = props;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <strong className={classes['model']}>{run.name}</strong>
      <div>
        <Link to="/runs/$runId" params={{ runId: run.id }}>
          {run.id}
        </Link>{' '}
        <RunStatusBadge status={run.status} />
      </div>
    </div>
  );
}

function OnlyIn(props: { readonly comparison: Comparison }): ReactNode {
  const { compare } = useMessages();
  const { onlyInFirst, onlyInSecond } = props.comparison;
  if (onlyInFirst.length === 0 && onlyInSecond.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" mt="xs">
      {onlyInFirst.length > 0 && compare.onlyInFirst(onlyInFirst.join(', '))}{' '}
      {onlyInSecond.length > 0 && compare.onlyInSecond(onlyInSecond.join(', '))}
    </Text>
  );
}
