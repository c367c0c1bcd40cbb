import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import type { CatalogRow } from './calls.js';
import { familyOptions } from './family-options.js';
import { languageName } from './language-name.js';
import { KINDS, type ModelsSearch, readModelsSearch, USES } from './models-search.js';
import classes from './models.module.css';

const CONTEXTS = [2048, 4096, 8192, 16_384, 32_768, 65_536];

type Option = { readonly value: string; readonly label: string };

function sorted(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].toSorted((a, b) => a.localeCompare(b));
}

/** Chooses which models the list shows. The choice stands in the page's address. */
export function ModelsFilter(props: {
  readonly rows: readonly CatalogRow[];
  readonly search: ModelsSearch;
  readonly onChange: (search: ModelsSearch) => void;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { models, words } = messages;
  const { rows, search, onChange } = props;
  const families = useMemo(() => familyOptions(rows), [rows]);
  const languages = useMemo(() => sorted(rows.flatMap((row) => row.languages)), [rows]);
  const change = (part: Readonly<Record<string, unknown>>): void => onChange(readModelsSearch({ ...search, ...part }));
  const select = (key: keyof ModelsSearch, options: readonly Option[]): ReactNode => (
    <NativeSelect
      size="xs"
      label={models.filters[key]}
      value={String(search[key] ?? '')}
      data={[{ value: '', label: models.any }, ...options]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        change({ [key]: key === 'context' && value !== '' ? Number(value) : value });
      }}
    />
  );
  const size = (key: 'least' | 'most'): ReactNode => (
    <NumberInput
      size="xs"
      label={models.filters[key]}
      value={search[key] ?? ''}
      min={0}
      hideControls
      onChange={(value) => change({ [key]: value })}
    />
  );
  const month = (key: 'from' | 'to'): ReactNode => (
    <TextInput
      size="xs"
      type="month"
      label={models.filters[key]}
      placeholder="YYYY-MM"
      value={search[key] ?? ''}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes['fields']} role="search" aria-label={models.filter}>
      <TextInput
        size="xs"
        type="search"
        className={classes['search']}
        label={models.filters.q}
        value={search.q ?? ''}
        onChange={(event) => change({ q: event.currentTarget.value })}
      />
      {select('family', families)}
      {select(
        'kind',
        KINDS.map((value) => ({ value, label: words.kinds[value] })),
      )}
      {select('weights', [
        { value: 'open', label: words.open },
        { value: 'closed', label: words.closed },
      ])}
      {select(
        'use',
        USES.map((value) => ({ value, label: models.uses[value] })),
      )}
      {size('least')}
      {size('most')}
      {select(
        'context',
        CONTEXTS.map((value) => ({
          value: String(value),
          label: models.tokensAtLeast(value.toLocaleString(language)),
        })),
      )}
      {select(
        'language',
        languages.map((value) => ({ value, label: languageName(value, messages, language) })),
      )}
      {month('from')}
      {month('to')}
      {select('here', [
        { value: 'disk', label: models.onDisk },
        { value: 'measured', label: models.measured },
      ])}
      <Button size="xs" variant="default" onClick={() => onChange(readModelsSearch({ compare: search.compare }))}>
        {models.reset}
      </Button>
    </div>
  );
}
