import { Chip, Group, NativeSelect, NumberInput, SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import type { SampleColumn } from '../calls.js';
import { formatFigure } from '../format-figure.js';
import { columnName } from './column-name.js';
import { marksOf, readSamplesSearch, SAMPLE_MARKS, type SamplesSearch } from './samples-search.js';
import classes from './samples.module.css';

type Change = { readonly [Key in keyof SamplesSearch]?: SamplesSearch[Key] | undefined };

/** Chooses which samples are listed: by a column's values, and by marks. */
export function SamplesFilter(props: {
  readonly columns: readonly SampleColumn[];
  readonly search: SamplesSearch;
  readonly onChange: (search: SamplesSearch) => void;
}): ReactNode {
  const { samples: texts } = useMessages();
  const { columns, search, onChange } = props;
  const column = columns.find(({ name }) => name === search.column);
  // Another choice has other pages.
  const change = (part: Change): void => onChange(readSamplesSearch({ ...search, cursor: undefined, ...part }));
  return (
    <div className={classes['filter']}>
      <NativeSelect
        size="xs"
        label={texts.filterBy}
        value={search.column ?? ''}
        data={[
          { value: '', label: texts.allSamples },
          ...columns.map((each) => ({ value: each.name, label: columnName(each, texts) })),
        ]}
        onChange={(event) => {
          const name = event.currentTarget.value;
          const chosen = columns.find((each) => each.name === name);
          // Of right and wrong, what is wrong is what one looks for.
          const wrong = chosen?.higherIsBetter === false ? 1 : 0;
          const value = chosen?.isBinary === true ? wrong : undefined;
          change({ column: name, least: value, largest: value });
        }}
      />
      {column?.isBinary === true && <RightOrWrong column={column} search={search} onChange={change} />}
      {column?.isBinary === false && <Bounds column={column} search={search} onChange={change} />}
      <div>
        <Text size="xs" fw={500} id="marks-label">
          {texts.withMarks}
        </Text>
        <Chip.Group
          multiple
          value={[...marksOf(search.marks)]}
          onChange={(marks) => change({ marks: marks.join(',') })}
        >
          <Group gap={4} role="group" aria-labelledby="marks-label">
            {SAMPLE_MARKS.map((mark) => (
              <Chip key={mark} size="xs" value={mark}>
                {texts.marks[mark]}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </div>
    </div>
  );
}

interface ColumnFilterProps {
  readonly column: SampleColumn;
  readonly search: SamplesSearch;
  readonly onChange: (part: Change) => void;
}

function RightOrWrong({ column, search, onChange }: ColumnFilterProps): ReactNode {
  const { samples: texts } = useMessages();
  const right = column.higherIsBetter === false ? 0 : 1;
  const value = search.least === search.largest && search.least !== undefined ? String(search.least) : '';
  return (
    <div>
      <Text size="xs" fw={500}>
        {texts.value}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={texts.value}
        value={value}
        onChange={(chosen) => {
          const bound = chosen === '' ? undefined : Number(chosen);
          onChange({ least: bound, largest: bound });
        }}
        data={[
          { value: '', label: texts.anyValue },
          { value: String(right), label: texts.right },
          { value: String(1 - right), label: texts.wrong },
        ]}
      />
    </div>
  );
}

function Bounds({ column, search, onChange }: ColumnFilterProps): ReactNode {
  const { samples: texts } = useMessages();
  const field = (key: 'least' | 'largest') => (
    <NumberInput
      // A bound is used when the reader has written it to its end.
      key={`${key} ${search[key] ?? ''}`}
      size="xs"
      w="8rem"
      label={texts.bounds[key]}
      placeholder={formatFigure(column[key], 3)}
      defaultValue={search[key] ?? ''}
      hideControls
      onBlur={(event) => {
        const text = event.currentTarget.value;
        const value = text === '' ? undefined : Number(text);
        if (value !== search[key]) onChange({ [key]: value });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
  return (
    <>
      {field('least')}
      {field('largest')}
    </>
  );
}
