import { Badge } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { formatCount } from '../../format/format-number.js';
import { formatSize } from '../../format/format-size.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import type { CatalogRow } from './calls.js';
import { languageName } from './language-name.js';
import { MOST_COMPARED } from './models-search.js';
import classes from './models.module.css';
import { UseMark } from './use-mark.js';

/** The models, each with a box to choose it for a comparison. */
export function ModelsTable(props: {
  readonly rows: readonly CatalogRow[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { rows, chosen, onChoose } = props;
  const columns = useMemo((): readonly Column<CatalogRow>[] => {
    const { models, words } = messages;
    const { columns: headers } = models;
    return [
      {
        key: 'name',
        header: headers.name,
        value: ({ name }) => name,
        show: ({ id, name }) => (
          <span className={classes['name']}>
            <input
              type="checkbox"
              aria-label={models.choose(name)}
              checked={chosen.includes(id)}
              disabled={!chosen.includes(id) && chosen.length >= MOST_COMPARED}
              onChange={(event) =>
                onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            <Link to="/models/$modelId" params={{ modelId: id }}>
              {name}
            </Link>
          </span>
        ),
        saved: ({ id }) => ({ id }),
      },
      {
        key: 'family',
        header: headers.family,
        value: ({ familyName }) => familyName,
        saved: ({ family }) => ({ family_id: family }),
      },
      { key: 'kind', header: headers.kind, value: ({ kind }) => kind, show: ({ kind }) => words.kinds[kind] },
      {
        key: 'released',
        header: headers.released,
        value: ({ released }) => released,
        show: (row) => row.released ?? '–',
      },
      {
        key: 'parameters',
        header: headers.parameters,
        hint: models.hints.parameters,
        isNumber: true,
        value: ({ parameters }) => parameters,
        show: ({ parameters, activeParameters }) =>
          activeParameters === null
            ? formatSize(parameters)
            : models.active(formatSize(parameters), formatSize(activeParameters)),
        saved: ({ activeParameters }) => ({ active_parameters: activeParameters }),
      },
      {
        key: 'context_length',
        header: headers.context,
        isNumber: true,
        value: ({ contextLength }) => contextLength,
        show: ({ contextLength }) => formatCount(contextLength, language),
      },
      {
        key: 'weights',
        header: headers.weights,
        value: ({ weights }) => weights,
        show: ({ weights }) => words.weights[weights],
        saved: ({ isOpen }) => ({ is_open: isOpen }),
      },
      {
        key: 'commercial_use',
        header: headers.use,
        hint: models.hints.use,
        value: ({ commercialUse }) => commercialUse,
        show: ({ commercialUse }) => <UseMark use={commercialUse} />,
        saved: ({ ownUse }) => ({ own_licence_use: ownUse }),
      },
      {
        key: 'licence',
        header: headers.licence,
        value: ({ licence }) => licence.id ?? licence.name,
        show: ({ licence }) => (
          <span className={classes['clip']} title={licence.name}>
            {licence.id?.replace('LicenseRef-', '') ?? licence.name}
          </span>
        ),
        saved: ({ licence }) => ({ licence_name: licence.name }),
      },
      {
        key: 'languages',
        header: headers.languages,
        value: ({ languages }) => languages.join(' '),
        show: ({ languages }) => {
          const names = languages.map((code) => languageName(code, messages, language)).join(', ');
          return (
            <span className={classes['clip']} title={names}>
              {names}
            </span>
          );
        },
      },
      {
        key: 'developer',
        header: headers.developer,
        value: ({ developer }) => developer,
        show: ({ developer }) => (
          <span className={classes['clip']} title={developer}>
            {developer}
          </span>
        ),
      },
      {
        key: 'measured_tasks',
        header: headers.measured,
        hint: models.hints.measured,
        isNumber: true,
        value: ({ measured }) => measured,
        show: ({ measured, isLocal }) => (
          <>
            {isLocal && <Badge variant="outline">{models.onDisk}</Badge>} {measured === 0 ? '–' : measured}
          </>
        ),
        saved: ({ isLocal }) => ({ on_disk: isLocal }),
      },
    ];
  }, [messages, language, chosen, onChoose]);
  return (
    <DataTable
      caption={messages.models.title}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      fileName="understudy-models"
    />
  );
}
