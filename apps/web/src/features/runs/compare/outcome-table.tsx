import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '../../../format/format-number.js';
import { useLanguage } from '../../../messages/use-messages.js';
import { columnName } from '../samples/column-name.js';
import type { ColumnComparison } from './calls.js';
import type { CompareSearch, Outcome } from './compare-search.js';
import classes from './compare.module.css';

/** What an outcome says where 0 is right: whoever has 1, as the server counts, is wrong. */
const LOWER_IS_BETTER = {
  both: 'neither',
  neither: 'both',
  'only-first': 'only-second',
  'only-second': 'only-first',
} as const;

/** The outcome as the reader knows it. */
function outcomeName(outcome: Outcome | undefined, higherIsBetter: boolean | null): Outcome | 'all' {
  if (outcome === undefined) return 'all';
  return higherIsBetter === false && outcome !== 'different' ? LOWER_IS_BETTER[outcome] : outcome;
}

/** How many documents fall under each outcome; a number leads to its documents. */
export function OutcomeTable(props: {
  readonly columns: readonly ColumnComparison[];
  readonly column: ColumnComparison;
  readonly search: CompareSearch;
  readonly onChange: (part: { readonly [Key in keyof CompareSearch]?: CompareSearch[Key] | undefined }) => void;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { compare, samples } = messages;
  const { columns, column, search, onChange } = props;
  const { binary, different } = column;
  const outcomes: readonly (readonly [Outcome | undefined, number])[] = [
    [undefined, column.difference.count],
    ...(binary === null
      ? []
      : ([
          ['both', binary.both],
          ['neither', binary.neither],
          ['only-first', binary.onlyFirst],
          ['only-second', binary.onlySecond],
        ] as const)),
    ['different', different],
  ];
  return (
    <div className={classes['outcomes']}>
      <NativeSelect
        size="xs"
        label={compare.by}
        value={column.name}
        data={columns.map((each) => ({ value: each.name, label: columnName(each, samples) }))}
        onChange={(event) =>
          onChange({ column: event.currentTarget.value, outcome: undefined, sort: undefined, cursor: undefined })
        }
      />
      <div role="group" aria-label={compare.outcome} className={classes['buttons']}>
        {outcomes.map(([outcome, count]) => (
          <Button
            key={outcome ?? 'all'}
            size="compact-sm"
            variant={search.outcome === outcome ? 'filled' : 'default'}
            aria-pressed={search.outcome === outcome}
            onClick={() => onChange({ column: column.name, outcome, cursor: undefined })}
          >
            {compare.outcomes[outcomeName(outcome, column.higherIsBetter)]}: {formatCount(count, language)}
          </Button>
        ))}
      </div>
    </div>
  );
}
