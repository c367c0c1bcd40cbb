import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import { Panel } from '../../../page/panel.js';
import { Warning } from '../../../page/warning.js';
import type { Sample } from '../calls.js';
import { AnswersView } from './answers-view.js';
import { ChoicesView } from './choices-view.js';
import { DocumentView } from './document-view.js';
import { FiltersView } from './filters-view.js';
import { MetricsView } from './metrics-view.js';
import { PromptView } from './prompt-view.js';
import { SampleFacts } from './sample-facts.js';

/** One document's result: what came back, what was made of it and why, what was asked. */
export function SampleView(props: { readonly sample: Sample }): ReactNode {
  const { samples: texts } = useMessages();
  const { sample } = props;
  const { choices, filters, metrics, prompts } = sample.explanation;
  return (
    <>
      {sample.failed && <Warning>{texts.failed}</Warning>}
      {metrics.length > 0 && (
        <Panel title={texts.verdict}>
          <MetricsView sample={sample} />
        </Panel>
      )}
      {choices === null ? (
        <Panel title={texts.answers}>
          <AnswersView sample={sample} />
        </Panel>
      ) : (
        <Panel title={texts.choices} note={texts.choicesNote}>
          <ChoicesView choices={choices} />
        </Panel>
      )}
      {filters.length > 0 && (
        <Panel title={texts.filters} note={texts.filtersNote}>
          <FiltersView filters={filters} />
        </Panel>
      )}
      {prompts.length > 0 && (
        <Panel title={texts.prompt} note={texts.promptNote}>
          {prompts.map((prompt, place) => (
            // A prompt has no other name than its place, and never changes it.
            <PromptView key={place} prompt={prompt} number={prompts.length > 1 ? place + 1 : undefined} />
          ))}
        </Panel>
      )}
      <Panel title={texts.document}>
        <DocumentView doc={sample.doc} target={sample.target} />
      </Panel>
      <Panel title={texts.facts}>
        <SampleFacts sample={sample} />
      </Panel>
    </>
  );
}
