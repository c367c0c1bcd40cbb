import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import type { CatalogModel, Relative } from './calls.js';
import classes from './model.module.css';
import { RelativeLink } from './relative-link.js';

/** The models made from one, each with those made from it. */
function Children(props: { readonly of: string; readonly all: readonly Relative[] }): ReactNode {
  const children = props.all.filter(({ parent }) => parent === props.of);
  if (children.length === 0) return null;
  return (
    <ul className={classes['relatives']}>
      {children.map((relative) => (
        <li key={relative.id}>
          <RelativeLink relative={relative} />
          <Children of={relative.id} all={props.all} />
        </li>
      ))}
    </ul>
  );
}

/** What a model was made from, down to it, and what was made from it. */
function Line(props: { readonly chain: readonly Relative[]; readonly body: CatalogModel }): ReactNode {
  const [first, ...rest] = props.chain;
  const { card, descendants } = props.body;
  return (
    <ul className={classes['relatives']}>
      <li>
        {first === undefined ? (
          <>
            <strong>{card.name}</strong>
            <Children of={card.id} all={descendants} />
          </>
        ) : (
          <>
            <RelativeLink relative={first} />
            <Line chain={rest} body={props.body} />
          </>
        )}
      </li>
    </ul>
  );
}

/** A model among those it was made from and those made from it. */
export function LineagePanel(props: { readonly body: CatalogModel }): ReactNode {
  const { model } = useMessages();
  const { ancestors, descendants } = props.body;
  const isAlone = ancestors.length === 0 && descendants.length === 0;
  return (
    <Panel
      title={model.lineage}
      actions={
        <Link to="/lineage" search={{ family: props.body.card.family }}>
          {model.toLineage}
        </Link>
      }
      note={isAlone ? model.noRelatives : model.relatives(ancestors.length, descendants.length)}
    >
      <Line chain={ancestors.toReversed()} body={props.body} />
    </Panel>
  );
}
