import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { Messages } from '../../messages/messages.js';
import { Panel } from '../../page/panel.js';
import type { CatalogModel } from '../model/calls.js';
import { type Relation, relationOf } from './relation.js';

function relationText(relation: Relation, { relations }: Messages['comparison']): string {
  switch (relation.kind) {
    case 'made-from':
      return relations.madeFrom(relation.descendant, relation.ancestor);
    case 'common':
      return relations.common(relation.ancestor);
    case 'family':
      return relations.family;
    case 'none':
      return relations.none;
    default:
      return relation satisfies never;
  }
}

/** How each two of the models are related. */
export function RelationsPanel(props: { readonly models: readonly CatalogModel[] }): ReactNode {
  const { comparison } = useMessages();
  const { models } = props;
  const pairs = models.flatMap((a, at) => models.slice(at + 1).map((b) => ({ a, b })));
  return (
    <Panel title={comparison.lineage}>
      <ul>
        {pairs.map(({ a, b }) => (
          <li key={`${a.card.id} ${b.card.id}`}>
            {a.card.name} · {b.card.name}: {relationText(relationOf(a, b), comparison)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
