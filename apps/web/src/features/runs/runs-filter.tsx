import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { RunPage } from './calls.js';
import classes from './runs.module.css';
import { readRunsSearch, RUN_STATUSES, type RunsSearch } from './runs-search.js';

/** Chooses which runs are listed. */
export function RunsFilter(props: {
  readonly search: RunsSearch;
  readonly page: RunPage;
  readonly onChange: (search: RunsSearch) => void;
}): ReactNode {
  const { runs } = useMessages();
  const { search, page, onChange } = props;
  const select = (
    key: 'model' | 'task' | 'status',
    label: string,
    all: string,
    data: readonly (string | { readonly value: string; readonly label: string })[],
  ) => (
    <NativeSelect
      size="xs"
      label={label}
      value={search[key] ?? ''}
      data={[{ value: '', label: all }, ...data]}
      // Another choice has other pages.
      onChange={(event) => onChange(readRunsSearch({ ...search, before: undefined, [key]: event.currentTarget.value }))}
    />
  );
  return (
    <div className={classes['fields']}>
      {select('model', runs.model, runs.allModels, page.models)}
      {select('task', runs.task, runs.allTasks, page.tasks)}
      {select(
        'status',
        runs.status,
        runs.anyStatus,
        RUN_STATUSES.map((status) => ({ value: status, label: runs.statuses[status] })),
      )}
    </div>
  );
}
