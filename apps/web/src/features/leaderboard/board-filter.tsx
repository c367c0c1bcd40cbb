import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { familyOptions } from '../models/family-options.js';
import { type BoardSearch, COMMERCIAL_CHOICES, FILTER_NAMES, WEIGHTS_CHOICES } from './board-search.js';
import type { Board, BoardModel } from './calls.js';
import classes from './leaderboard.module.css';
import { LateInput } from './late-input.js';
import { areasWithTasks, OTHER } from './shown-columns.js';

/** A part of the address with its new value; undefined takes it out. */
export type BoardChange = { readonly [Name in keyof BoardSearch]?: BoardSearch[Name] | undefined };

/** What models have of something, each once, by alphabet. */
function valuesOf(board: Board, of: (model: BoardModel) => readonly (string | null)[]): readonly string[] {
  const values = board.rows.flatMap(({ model }) => of(model)).filter((value) => value !== null);
  return [...new Set(values)].toSorted((a, b) => a.localeCompare(b));
}

function languageName(code: string, language: string): string {
  // `code` and `multi` are no languages.
  const name = /^[a-z]{2}$/.test(code) ? new Intl.DisplayNames([language], { type: 'language' }).of(code) : undefined;
  return name === undefined ? code : `${name} (${code})`;
}

/** What is shown: area, and which models. All of it stands in the address. */
export function BoardFilter(props: {
  readonly board: Board;
  readonly search: BoardSearch;
  readonly onChange: (change: BoardChange) => void;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { board: texts, areas } = messages;
  const { board, search, onChange } = props;
  const any = { value: '', label: texts.any };
  const lists = [
    ['family', familyOptions(board.rows.map(({ model }) => model))],
    [
      'language',
      valuesOf(board, ({ languages }) => languages).map((value) => ({ value, label: languageName(value, language) })),
    ],
    ['quantization', valuesOf(board, ({ quantization }) => [quantization]).map((value) => ({ value, label: value }))],
  ] as const;
  const isRestricted = FILTER_NAMES.some((name) => search[name] !== undefined);
  return (
    <div className={classes['filters']} role="search">
      <NativeSelect
        size="xs"
        label={texts.area}
        value={search.area ?? ''}
        data={[
          { value: '', label: texts.allAreas },
          ...areasWithTasks(board).map((area) => ({ value: area, label: area === OTHER ? texts.other : areas[area] })),
        ]}
        onChange={(event) =>
          onChange({ area: event.currentTarget.value || undefined, sort: undefined, reverse: undefined })
        }
      />
      <LateInput
        type="search"
        className={classes['search'] ?? ''}
        label={texts.filters.search}
        value={search.search ?? ''}
        onType={(text) => onChange({ search: text.trim() === '' ? undefined : text })}
      />
      <NativeSelect
        size="xs"
        label={texts.filters.commercial}
        title={texts.commercialHint}
        value={search.commercial ?? ''}
        data={[any, ...COMMERCIAL_CHOICES.map((value) => ({ value, label: texts.commercialChoices[value] }))]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ commercial: COMMERCIAL_CHOICES.find((each) => each === value) });
        }}
      />
      <NativeSelect
        size="xs"
        label={texts.filters.weights}
        value={search.weights ?? ''}
        data={[any, ...WEIGHTS_CHOICES.map((value) => ({ value, label: texts.weightsChoices[value] }))]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ weights: WEIGHTS_CHOICES.find((each) => each === value) });
        }}
      />
      {lists.map(([name, data]) => (
        <NativeSelect
          key={name}
          size="xs"
          label={texts.filters[name]}
          value={search[name] ?? ''}
          data={[any, ...data]}
          onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
        />
      ))}
      {(['least', 'most'] as const).map((name) => (
        <LateInput
          key={name}
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          label={texts.filters[name]}
          value={String(search[name] ?? '')}
          onType={(text) => onChange({ [name]: text === '' ? undefined : Math.max(0, Number(text)) })}
        />
      ))}
      {(['since', 'until'] as const).map((name) => (
        <LateInput
          key={name}
          type="month"
          label={texts.filters[name]}
          placeholder={texts.month}
          value={search[name] ?? ''}
          onType={(text) => onChange({ [name]: /^\d{4}-\d{2}$/.test(text) ? text : undefined })}
        />
      ))}
      {isRestricted && (
        <Button
          className={classes['action']}
          size="xs"
          variant="default"
          onClick={() => onChange(Object.fromEntries(FILTER_NAMES.map((name) => [name, undefined])))}
        >
          {texts.clear}
        </Button>
      )}
    </div>
  );
}
