import { useQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Link } from '../../page/link.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { modelQuery } from '../model/calls.js';
import { readIds } from '../models/models-search.js';
import { readComparisonSearch } from './comparison-search.js';
import { FactsPanel } from './facts-panel.js';
import { MeasuredPanel } from './measured-panel.js';
import { PublishedPanel } from './published-panel.js';
import { RelationsPanel } from './relations-panel.js';

const route = getRouteApi('/models/compare');

/** Up to five models side by side. */
export function ComparisonPage(): ReactNode {
  const { app, comparison } = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const ids = useMemo(() => readIds(search.ids), [search.ids]);
  const { models, isPending, error } = useQueries({
    queries: ids.map((id) => modelQuery(id)),
    combine: (results) => ({
      models: results.flatMap(({ data }) => data ?? []),
      isPending: results.some((result) => result.isPending),
      error: results.find((result) => result.error !== null)?.error ?? null,
    }),
  });
  return (
    <Page
      title={comparison.title}
      about={comparison.about}
      wide
      actions={
        <Link to="/models" search={{ compare: ids.join(',') }}>
          {comparison.change}
        </Link>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {ids.length < 2 && <Panel>{comparison.chooseTwo}</Panel>}
      {isPending && ids.length > 1 && <p role="status">{app.loading}</p>}
      {!isPending && models.length > 1 && (
        <>
          <FactsPanel
            models={models}
            onlyDifferences={search.differences === true}
            onSwitch={(differences) =>
              void navigate({
                search: readComparisonSearch({ ...search, differences }),
                replace: true,
                resetScroll: false,
              })
            }
          />
          <RelationsPanel models={models} />
          <MeasuredPanel models={models} />
          <PublishedPanel models={models} />
        </>
      )}
    </Page>
  );
}
