import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Page } from '../../page/page.js';
import { QueryView } from '../../page/query-view.js';
import { sampleQuery } from './calls.js';
import { MissingPage, missingPart } from './missing-page.js';
import { NeighbourLinks } from './sample/neighbour-links.js';
import { SampleView } from './sample/sample-view.js';

const route = getRouteApi('/runs/$runId/tasks/$task/$docId');

/** What numbers a document: nine digits are more documents than any task has. */
const WHOLE_NUMBER = /^\d{1,9}$/;

/** One document's result: what was asked, what came back, what was made of it. */
export function SamplePage(): ReactNode {
  const { samples: texts } = useMessages();
  const { runId, task, docId } = route.useParams();
  const search = route.useSearch();
  const isNumber = WHOLE_NUMBER.test(docId);
  const query = useQuery({ ...sampleQuery(runId, task, Number(docId)), enabled: isNumber });
  const missing = isNumber ? missingPart(query.error) : 'document';
  if (missing !== undefined) return <MissingPage part={missing} runId={runId} task={task} docId={docId} />;
  return (
    <Page
      title={texts.sampleTitle(task, docId)}
      about={
        <Link to="/runs/$runId/tasks/$task" params={{ runId, task }} search={search}>
          {texts.backToSamples}
        </Link>
      }
      actions={<NeighbourLinks runId={runId} task={task} docId={Number(docId)} search={search} />}
      wide
    >
      <QueryView query={query}>{(sample) => <SampleView sample={sample} />}</QueryView>
    </Page>
  );
}
