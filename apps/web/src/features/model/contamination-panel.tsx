import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { CatalogModel } from './calls.js';
import classes from './model.module.css';
import { SourceMarks } from './source-marks.js';

/** What sources say of benchmark data in a model's training; where none says anything, nobody has looked. */
export function ContaminationPanel(props: { readonly body: CatalogModel }): ReactNode {
  const { model, words } = useMessages();
  const { card, contaminations } = props.body;
  return (
    <Panel title={model.contamination}>
      {contaminations.length === 0 ? (
        model.notChecked
      ) : (
        <ul className={classes['claims']}>
          {contaminations.map(({ benchmark, finding, statement, sources, from }) => (
            <li key={`${benchmark} ${from} ${statement}`}>
              <strong>
                {benchmark}: {words.contaminations[finding]}
              </strong>
              {from !== card.id && ` (${model.saidOf(from)})`}. {statement}
              <SourceMarks sources={sources} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
