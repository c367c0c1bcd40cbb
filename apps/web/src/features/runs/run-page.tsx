import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { reportQuery, runQuery } from './calls.js';
import { ReportTable } from './report-table.js';
import { RunFacts } from './run-facts.js';
import { RunSettings } from './run-settings.js';
import { SessionsTable } from './sessions-table.js';

const route = getRouteApi('/runs/$runId');

/** One run: what it came to, what a reader should know of it, how it was made. */
export function RunPage(): ReactNode {
  const { runs: texts } = useMessages();
  const { runId } = route.useParams();
  const query = useQuery(runQuery(runId));
  const { run } = query.data ?? {};
  const stamp = run === undefined ? '' : `${run.status} ${run.documents.stored} ${run.documents.failed}`;
  const report = useQuery({ ...reportQuery(runId, stamp), enabled: run !== undefined });
  return (
    <Page title={texts.runTitle(runId)} about={<Link to="/runs">{texts.allRuns}</Link>} wide>
      <QueryView query={query}>
        {(details) => (
          <>
            <Panel title={texts.what}>
              <RunFacts details={details} />
            </Panel>
            <Panel title={texts.report} note={texts.reportNote}>
              <QueryView query={report}>{(rows) => <ReportTable runId={details.run.id} rows={rows} />}</QueryView>
            </Panel>
            <RunSettings details={details} />
            <Panel title={texts.sessions} note={texts.sessionsNote}>
              <SessionsTable sessions={details.sessions} />
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
}
