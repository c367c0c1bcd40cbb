import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { UseMark } from '../models/use-mark.js';
import type { LineageGroup, LineageModel } from './lineage-groups.js';
import classes from './lineage.module.css';

function ModelLink(props: { readonly model: LineageModel }): ReactNode {
  const { id, name, row } = props.model;
  if (row === undefined) return name;
  return (
    <Link to="/models/$modelId" params={{ modelId: id }}>
      {name}
    </Link>
  );
}

/** What a group is: its models, how they were tuned, by whom they were taught, and whether they may be used. */
function GroupFacts(props: { readonly group: LineageGroup }): ReactNode {
  const { lineage, words } = useMessages();
  const { models, methods, teachers, uses } = props.group;
  const names: Readonly<Record<string, string>> = words.methods;
  return (
    <>
      {models.map((model, at) => (
        <span key={model.id}>
          {at > 0 && ', '}
          <ModelLink model={model} />
        </span>
      ))}
      {methods.length > 0 && ` · ${methods.map((tag) => names[tag] ?? tag).join(', ')}`}
      {teachers.length > 0 && ` · ${lineage.taughtBy(teachers.join(', '))}`}
      {uses.map((use) => (
        <span key={use}>
          {' · '}
          <UseMark use={use} />
        </span>
      ))}
    </>
  );
}

/** The map as nested lists, folded as the picture is. */
export function LineageList(props: {
  readonly groups: readonly LineageGroup[];
  readonly folded: ReadonlySet<string>;
  readonly onFold: (key: string) => void;
}): ReactNode {
  const { groups, folded, onFold } = props;
  return (
    <ul className={classes['list']}>
      {groups.map((group) => (
        <li key={group.key}>
          {group.children.length === 0 ? (
            <>
              <strong>{group.familyName}</strong>: <GroupFacts group={group} />
            </>
          ) : (
            <>
              <details open={!folded.has(group.key)}>
                <summary
                  onClick={(event) => {
                    // The address says what is folded, and the page follows it.
                    event.preventDefault();
                    onFold(group.key);
                  }}
                >
                  <strong>{group.familyName}</strong>
                </summary>
                <p>
                  <GroupFacts group={group} />
                </p>
                <LineageList groups={group.children} folded={folded} onFold={onFold} />
              </details>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
