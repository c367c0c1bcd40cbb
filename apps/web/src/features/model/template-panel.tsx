import { Code, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { ErrorNotice } from '../../page/error-notice.js';
import { Panel } from '../../page/panel.js';
import { isStaticSite } from '../../server/static-site.js';
import { type ModelTemplate, renderingQuery } from './calls.js';
import { ConversationEditor } from './conversation-editor.js';
import classes from './model.module.css';
import { RenderedText } from './rendered-text.js';
import { SourceMarks } from './source-marks.js';

/** Milliseconds after the last key until the server renders anew. */
const PAUSE_MS = 250;

/** A conversation as the model gets it; the reader can edit it. The example needs no further answer of the server. */
export function TemplatePanel(props: { readonly id: string; readonly template: ModelTemplate }): ReactNode {
  const { model } = useMessages();
  const { id, template } = props;
  const { example } = template;
  const [messages, setMessages] = useState(example.messages);
  const [asked] = useDebouncedValue(messages, PAUSE_MS);
  const isExample = asked === example.messages;
  const query = useQuery({ ...renderingQuery(id, asked), enabled: !isExample });
  const rendering = isExample ? example : (query.data ?? example);
  return (
    <Panel
      title={model.templateTitle}
      note={
        <>
          {model.templateName(template.title, template.name)}
          <SourceMarks sources={template.sources} /> {template.turns === 'one' && model.singleTurn}{' '}
          {!template.takesSystem && model.takesNoSystem}
        </>
      }
    >
      <div className={classes['columns']}>
        {!isStaticSite && <ConversationEditor template={template} messages={messages} onChange={setMessages} />}
        <div aria-busy={!isExample && query.isFetching}>
          {!isExample && query.error !== null && <ErrorNotice error={query.error} />}
          <RenderedText rendering={rendering} />
        </div>
      </div>
      {template.stop.length > 0 && (
        <Text size="sm" mt="sm">
          {model.stop}{' '}
          {template.stop.map((text) => (
            <Code key={text} mr={4}>
              {JSON.stringify(text)}
            </Code>
          ))}
        </Text>
      )}
      <details>
        <summary>{model.jinja}</summary>
        <pre className={classes['rendering']} tabIndex={0}>
          {template.jinja}
        </pre>
        <Text size="sm" mt="xs">
          {model.attribution(template.attribution)}
        </Text>
      </details>
      {template.notes.map((note) => (
        <Text key={note} size="sm" mt="xs">
          {note}
        </Text>
      ))}
    </Panel>
  );
}
