import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import classes from './advise.module.css';
import { readAdviseSearch } from './advise-search.js';
import { AnswerPanel } from './answer-panel.js';
import { type Advice, adviceQuery } from './calls.js';
import { LeftOutPanel } from './left-out-panel.js';
import { NeedsForm } from './needs-form.js';
import { NextPanel } from './next-panel.js';
import { OthersPanel } from './others-panel.js';
import { PublishedPanel } from './published-panel.js';
import { ShortlistPanel } from './shortlist-panel.js';
import { VerdictPanel } from './verdict-panel.js';
import { VotesPanel } from './votes-panel.js';
import { WeakSpotsPanel } from './weak-spots-panel.js';

const ParetoPanel = lazy(() => import('./pareto-panel.js'));
const route = getRouteApi('/advise');

function Report(props: { readonly advice: Advice }): ReactNode {
  const { advise } = useMessages();
  const { advice } = props;
  const { shortlist, others, publishedOnly, excluded, notKnown, next, votes } = advice;
  return (
    <>
      <AnswerPanel advice={advice} />
      {shortlist.length > 0 && (
        <>
          <ShortlistPanel advice={advice} />
          <VerdictPanel advice={advice} />
        </>
      )}
      {votes.pairs.length > 0 && <VotesPanel advice={advice} />}
      {shortlist.length > 0 && (
        <>
          <Suspense>
            <ParetoPanel advice={advice} />
          </Suspense>
          <WeakSpotsPanel advice={advice} />
        </>
      )}
      {(next.length > 0 || votes.next !== null) && <NextPanel advice={advice} />}
      {others.length > 0 && <OthersPanel advice={advice} />}
      {publishedOnly.length > 0 && <PublishedPanel advice={advice} />}
      {excluded.length > 0 && <LeftOutPanel title={advise.excluded} models={excluded} />}
      {notKnown.length > 0 && <LeftOutPanel title={advise.notKnown} note={advise.notKnownNote} models={notKnown} />}
    </>
  );
}

/** Needs, and which model can stand in for the reference. */
export function AdvisePage(): ReactNode {
  const { advise } = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isAsked = search.area !== undefined;
  // Whoever comes with needs in the address has come for the answer: the form waits, folded.
  const [answersFirst] = useState(isAsked);
  const query = useQuery({ ...adviceQuery(search), enabled: isAsked });
  const form = (
    <NeedsForm
      search={search}
      onChange={(part) =>
        void navigate({ search: (now) => readAdviseSearch({ ...now, ...part }), replace: true, resetScroll: false })
      }
      onClear={() => void navigate({ search: {}, replace: true })}
    />
  );
  return (
    <Page title={advise.title} about={advise.about} wide>
      {answersFirst ? (
        <details className={classes['change']}>
          <summary>{advise.change}</summary>
          {form}
        </details>
      ) : (
        form
      )}
      {isAsked ? (
        <QueryView query={query}>{(advice) => <Report advice={advice} />}</QueryView>
      ) : (
        <Panel>
          <Text role="status">{advise.noAreas}</Text>
        </Panel>
      )}
    </Page>
  );
}
