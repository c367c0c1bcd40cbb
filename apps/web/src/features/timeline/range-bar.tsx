import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { readTimelineSearch, type TimelineSearch } from './timeline-search.js';
import classes from './timeline.module.css';

/** Chooses which part of the timeline is shown: a year, or from month to month. */
export function RangeBar(props: {
  readonly search: TimelineSearch;
  readonly years: readonly string[];
  readonly onChange: (search: TimelineSearch) => void;
}): ReactNode {
  const { timeline } = useMessages();
  const { search, years, onChange } = props;
  const month = (key: 'from' | 'to'): ReactNode => (
    <TextInput
      size="xs"
      type="month"
      placeholder="YYYY-MM"
      label={timeline[key]}
      value={search[key] ?? ''}
      onChange={(event) => onChange(readTimelineSearch({ ...search, [key]: event.currentTarget.value }))}
    />
  );
  const isYear = (year: string): boolean => search.from === `${year}-01` && search.to === `${year}-12`;
  return (
    <div className={classes['range']} role="group" aria-label={timeline.range}>
      {month('from')}
      {month('to')}
      <Button
        size="xs"
        variant={search.from === undefined && search.to === undefined ? 'filled' : 'default'}
        aria-pressed={search.from === undefined && search.to === undefined}
        onClick={() => onChange({})}
      >
        {timeline.all}
      </Button>
      {years.map((year) => (
        <Button
          key={year}
          size="xs"
          variant={isYear(year) ? 'filled' : 'default'}
          aria-pressed={isYear(year)}
          onClick={() => onChange({ from: `${year}-01`, to: `${year}-12` })}
        >
          {year}
        </Button>
      ))}
    </div>
  );
}
