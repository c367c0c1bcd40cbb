import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { catalogQuery, type CatalogRow } from './calls.js';
import { ComparisonBar } from './comparison-bar.js';
import { filterModels } from './filter-models.js';
import { ModelsFilter } from './models-filter.js';
import { type ModelsSearch, readIds, readModelsSearch } from './models-search.js';
import { ModelsTable } from './models-table.js';

const route = getRouteApi('/models');

function Models(props: { readonly rows: readonly CatalogRow[] }): ReactNode {
  const { models } = useMessages();
  const { rows } = props;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { compare } = search;
  const chosen = useMemo(() => readIds(compare), [compare]);
  const shown = useMemo(() => filterModels(rows, search), [rows, search]);
  const change = useCallback(
    (changed: ModelsSearch) => void navigate({ search: changed, replace: true, resetScroll: false }),
    [navigate],
  );
  const choose = useCallback(
    (ids: readonly string[]) =>
      void navigate({
        search: (before) => readModelsSearch({ ...before, compare: ids.join(',') }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const open = shown.filter(({ isOpen }) => isOpen).length;
  return (
    <>
      <Panel>
        <ModelsFilter rows={rows} search={search} onChange={change} />
        <p role="status">
          {models.counts(shown.length, rows.length, open, new Set(shown.map(({ family }) => family)).size)}
        </p>
        <ModelsTable rows={shown} chosen={chosen} onChoose={choose} />
      </Panel>
      {chosen.length > 0 && <ComparisonBar rows={rows} chosen={chosen} onChoose={choose} />}
    </>
  );
}

/** The models of the catalog. */
export function ModelsPage(): ReactNode {
  const { models } = useMessages();
  const query = useQuery(catalogQuery);
  return (
    <Page title={models.title} about={models.about} wide>
      <QueryView query={query}>{({ models: rows }) => <Models rows={rows} />}</QueryView>
    </Page>
  );
}
