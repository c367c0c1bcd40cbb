import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { QueryView } from '../../page/query-view.js';
import { Page } from '../../page/page.js';
import { studyQuery } from './calls.js';
import { Instructions } from './instructions.js';
import { Round } from './round.js';

const route = getRouteApi('/arena/$studyId');

/** Votes in one study, be it planned or free. */
export function ArenaPage(): ReactNode {
  const { studyId } = route.useParams();
  const { arena } = useMessages();
  const query = useQuery(studyQuery(studyId));
  return (
    <Page title={query.data?.title ?? arena.title} wide>
      <QueryView query={query}>
        {(study) => (
          <>
            <Instructions texts={study.instructions} open={study.mine.done === 0} />
            {study.status === 'open' ? <Round key={studyId} studyId={studyId} /> : <p>{arena.closed}</p>}
          </>
        )}
      </QueryView>
    </Page>
  );
}
