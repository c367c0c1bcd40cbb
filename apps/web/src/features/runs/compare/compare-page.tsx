import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import { Page } from '../../../page/page.js';
import { Panel } from '../../../page/panel.js';
import { QueryView } from '../../../page/query-view.js';
import { runQuery } from '../calls.js';
import { RunFacts } from '../run-facts.js';

const route = getRouteApi('/runs/compare');

/** Two runs side by side. */
export function ComparePage(): ReactNode {
  const { runs: texts, compare } = useMessages();
  const { first, second } = route.useSearch();
  return (
    <Page title={compare.title} about={<Link to="/runs">{texts.allRuns}</Link>} wide>
      {first === undefined || second === undefined ? (
        <Panel>{texts.compareHint}</Panel>
      ) : (
        [first, second].map((id) => <RunPanel key={id} id={id} />)
      )}
    </Page>
  );
}

function RunPanel(props: { readonly id: string }): ReactNode {
  const { runs: texts } = useMessages();
  const query = useQuery(runQuery(props.id));
  return (
    <Panel title={texts.runTitle(props.id)}>
      <QueryView query={query}>{(details) => <RunFacts details={details} />}</QueryView>
    </Panel>
  );
}
