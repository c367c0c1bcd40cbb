import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { reportQuery, type Run, runQuery } from './calls.js';
import { MissingPage, missingPart } from './missing-page.js';
import { NoticesTable } from './notices-table.js';
import { ProgressPanel } from './progress/progress-panel.js';
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
  const report = useQuery({
    ...reportQuery(runId, run === undefined ? '' : reportStamp(run)),
    enabled: run !== undefined,
  });
  const missing = missingPart(query.error);
  if (missing !== undefined) return <MissingPage part={missing} runId={runId} />;
  return (
    <Page
      title={texts.runTitle(runId)}
      about={<Link to="/runs">{texts.allRuns}</Link>}
      actions={
        run !== undefined && (
          <Button component="a" size="compact-sm" variant="default" href={`/api/runs/${runId}/results.json`} download>
            {texts.saveResults}
          </Button>
        )
      }
      wide
    >
      <QueryView query={query}>
        {(details) => (
          <>
            <Panel title={texts.what}>
              <RunFacts details={details} />
            </Panel>
            {details.run.status === 'running' && <ProgressPanel runId={details.run.id} />}
            <Panel title={texts.report} note={texts.reportNote}>
              <QueryView query={report}>{(rows) => <ReportTable runId={details.run.id} rows={rows} />}</QueryView>
            </Panel>
            <Panel title={texts.notices} note={texts.noticesNote}>
              <QueryView query={report}>{(rows) => <NoticesTable runId={details.run.id} rows={rows} />}</QueryView>
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

/** Steps in which the results of a run that goes on are computed anew: to read a million samples takes seconds. */
const STEPS = 20;

/** Changes whenever there is more to report: for a run that goes on with each twentieth of its documents. */
function reportStamp({ status, documents }: Run): string {
  const { stored, failed, expected } = documents;
  return status === 'running'
    ? `${status} ${Math.floor((STEPS * stored) / Math.max(1, expected))}`
    : `${status} ${stored} ${failed}`;
}
