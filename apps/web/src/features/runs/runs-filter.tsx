import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { RunPage } from './calls.js';
import classes from './runs.module.css';
import { readRunsSearch, RUN_STATUSES, type RunsSearch } from './runs-search.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Chooses which runs are listed. */
export function RunsFilter(props: {
  readonly search: RunsSearch;
  /** What there is to choose from; undefined until it is known: then only what is chosen. */
  readonly page: RunPage | undefined;
  readonly onChange: (search: RunsSearch) => void;
}): ReactNode {
  const { runs } = useMessages();
  const { search, page, onChange } = props;
  const select = (key: 'model' | 'task' | 'status', label: string, all: string, data: readonly Choice[]) => (
    <NativeSelect
      size="xs"
      label={label}
      value={search[key] ?? ''}
      data={[{ value: '', label: all }, ...withChosen(data, search[key])]}
      // Another choice has other pages.
      onChange={(event) => onChange(readRunsSearch({ ...search, before: undefined, [key]: event.currentTarget.value }))}
    />
  );
  return (
    <div className={classes['fields']}>
      {select('model', runs.model, runs.allModels, toChoices(page?.models))}
      {select('task', runs.task, runs.allTasks, toChoices(page?.tasks))}
      {select(
        'status',
        runs.status,
        runs.anyStatus,
        RUN_STATUSES.map((status) => ({ value: status, label: runs.statuses[status] })),
      )}
    </div>
  );
}

function toChoices(names: readonly string[] = []): readonly Choice[] {
  return names.map((name) => ({ value: name, label: name }));
}

/** What the address asks for stays in sight, also where no run has it. */
function withChosen(choices: readonly Choice[], chosen: string | undefined): readonly Choice[] {
  const isListed = chosen === undefined || choices.some(({ value }) => value === chosen);
  return isListed ? choices : [...choices, { value: chosen, label: chosen }];
}
