import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import classes from './model.module.css';
import { sourceAddress } from './sources.js';

/** What the numbers behind the facts stand for. */
export function SourceList(props: { readonly numbers: ReadonlyMap<string, number> }): ReactNode {
  const { model } = useMessages();
  return (
    <Panel title={model.sources} note={model.sourcesNote}>
      <ol className={classes['sources']}>
        {[...props.numbers].map(([source, number]) => {
          const address = sourceAddress(source);
          return (
            <li key={source} id={`source-${number}`} tabIndex={-1}>
              {address === undefined ? (
                source
              ) : (
                <a href={address} rel="noreferrer">
                  {source}
                </a>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
