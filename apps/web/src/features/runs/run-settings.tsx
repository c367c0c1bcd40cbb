import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { RunDetails } from './calls.js';
import classes from './runs.module.css';

/** How a run was asked for and by what it was computed, as it is stored. */
export function RunSettings(props: { readonly details: RunDetails }): ReactNode {
  const { runs: texts } = useMessages();
  const { settings, engine, command, fingerprint } = props.details;
  return (
    <Panel
      title={texts.settingsTitle}
      note={
        <>
          {texts.settingsNote} <code>{fingerprint}</code>
        </>
      }
    >
      {(
        [
          [texts.settings, settings],
          [texts.engine, engine],
          [texts.command, command],
        ] as const
      ).map(([title, value]) => (
        <details key={title}>
          <summary>{title}</summary>
          <pre className={classes['json']} tabIndex={0}>
            {JSON.stringify(value, null, 2)}
          </pre>
        </details>
      ))}
    </Panel>
  );
}
