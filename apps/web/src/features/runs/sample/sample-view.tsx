import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import { Panel } from '../../../page/panel.js';
import type { Sample } from '../calls.js';
import { VisibleText } from '../visible-text/visible-text.js';
import { DocumentView } from './document-view.js';
import { ResponsesTable } from './responses-table.js';

/** One document's result: what was asked, what came back, what was made of it. */
export function SampleView(props: { readonly sample: Sample }): ReactNode {
  const { samples: texts } = useMessages();
  const { sample } = props;
  return (
    <>
      <Panel title={texts.answers}>
        <ResponsesTable sample={sample} />
      </Panel>
      <Panel title={texts.prompt} note={texts.promptNote}>
        {sample.contexts.map((context, place) => (
          // A context has no other name than its place, and never changes it.
          <VisibleText key={place} text={context} />
        ))}
      </Panel>
      <Panel title={texts.document}>
        <DocumentView doc={sample.doc} target={sample.target} />
      </Panel>
    </>
  );
}
