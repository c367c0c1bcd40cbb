import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { QueryView } from '../../page/query-view.js';
import { isStaticSite } from '../../server/static-site.js';
import { overviewQuery } from './calls.js';
import { Doors } from './doors.js';
import { FirstSteps } from './first-steps.js';
import { NewestRuns } from './newest-runs.js';

/** Where one starts: what this is, what there is, and what to do first where there is nothing yet. */
export function HomePage(): ReactNode {
  const { home } = useMessages();
  const query = useQuery(overviewQuery);
  return (
    <Page title={home.title} about={isStaticSite ? `${home.about} ${home.published}` : home.about}>
      {/* The doors do not wait for the numbers on them. */}
      <Doors overview={query.data} />
      <QueryView query={query}>
        {(overview) => (
          <>
            {overview.newest.length > 0 && <NewestRuns overview={overview} />}
            {!isStaticSite && <FirstSteps overview={overview} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}
