import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { QueryView } from '../../page/query-view.js';
import { Page } from '../../page/page.js';
import { type Study, studyQuery } from '../studies/calls.js';
import { Instructions } from './instructions.js';
import { Round } from './round.js';

const route = getRouteApi('/arena/$studyId');

/** The instructions, open until the first pair is voted on, above one pair after the other. */
function Voting(props: { readonly study: Study }): ReactNode {
  const { id, instructions, mine } = props.study;
  const [isNew, setIsNew] = useState(mine.done === 0);
  const close = useCallback(() => setIsNew(false), []);
  return (
    <>
      <Instructions texts={instructions} open={isNew} />
      <Round studyId={id} onSecondPair={close} />
    </>
  );
}

/** Votes in one study, be it planned or free. */
export function ArenaPage(): ReactNode {
  const { studyId } = route.useParams();
  const { arena } = useMessages();
  const query = useQuery(studyQuery(studyId));
  return (
    <Page title={query.data?.title ?? arena.title} wide>
      <QueryView query={query}>
        {(study) => (study.status === 'open' ? <Voting key={studyId} study={study} /> : <p>{arena.closed}</p>)}
      </QueryView>
    </Page>
  );
}
