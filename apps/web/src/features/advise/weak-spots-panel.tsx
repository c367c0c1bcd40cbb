import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import classes from './advise.module.css';
import type { Advice } from './calls.js';
import { ModelLink } from './model-link.js';
import { SourceLink } from './source-link.js';
import { weakSpotTexts } from './weak-spot-texts.js';

/** What makes the evidence weaker than its numbers look. */
export function WeakSpotsPanel(props: { readonly advice: Advice }): ReactNode {
  const { language, messages } = useLanguage();
  return (
    <Panel title={messages.advise.weakSpotsTitle}>
      {props.advice.shortlist.map((model) => (
        <div key={model.id}>
          <Title order={3} size="h6">
            <ModelLink model={model} />
          </Title>
          <ul className={classes['list']}>
            {model.weakSpots
              .flatMap((spot) => weakSpotTexts(spot, messages, language))
              .map(({ text, sources }) => (
                <li key={text}>
                  {text}
                  {sources.map((source) => (
                    <span key={source}>
                      {' '}
                      (<SourceLink source={source} />)
                    </span>
                  ))}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
