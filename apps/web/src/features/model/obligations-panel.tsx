import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import { UseMark } from '../models/use-mark.js';
import type { CatalogModel } from './calls.js';
import classes from './model.module.css';

/** A model of the lineage, by its name. */
function Named(props: { readonly id: string; readonly body: CatalogModel }): ReactNode {
  const { id, body } = props;
  if (id === body.card.id) return body.card.name;
  const ancestor = body.ancestors.find((each) => each.id === id);
  if (ancestor?.hasCard !== true) return ancestor?.name ?? id;
  return (
    <Link to="/models/$modelId" params={{ modelId: id }}>
      {ancestor.name}
    </Link>
  );
}

/** What one may do with a model, all licences along its lineage taken together. */
export function ObligationsPanel(props: { readonly body: CatalogModel }): ReactNode {
  const { model, words } = useMessages();
  const { body } = props;
  const { commercialUse, decidedBy, obligations, teacher } = body.obligations;
  const kinds: Readonly<Record<string, string>> = words.conditions;
  return (
    <Panel title={model.obligations} note={model.obligationsNote}>
      <p>
        {model.labels.lineageUse}: <UseMark use={commercialUse} />
        {decidedBy.length > 0 && (
          <>
            {' – '}
            {model.decidedBy}{' '}
            {decidedBy.map((id, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <Named id={id} body={body} />
              </span>
            ))}
          </>
        )}
      </p>
      {obligations.length > 0 && (
        <ul className={classes['relatives']}>
          {obligations.map(({ kind, text, licence, from }) => (
            <li key={`${licence} ${kind} ${text}`}>
              <strong>{kinds[kind] ?? kind}</strong>: {text} ({licence.replace('LicenseRef-', '')},{' '}
              <Named id={from} body={body} />)
            </li>
          ))}
        </ul>
      )}
      {teacher !== null && (
        <p>
          <strong>{model.teacherTerms}</strong>: {teacher}
        </p>
      )}
    </Panel>
  );
}
