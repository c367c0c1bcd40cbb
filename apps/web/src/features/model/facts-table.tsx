import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import type { Fact, FactGroup } from './fact.js';
import classes from './model.module.css';
import { SourceMarks } from './source-marks.js';

function FactValue(props: { readonly fact: Fact }): ReactNode {
  const { value, address, modelId } = props.fact;
  if (modelId !== undefined) {
    return (
      <Link to="/models/$modelId" params={{ modelId }}>
        {value}
      </Link>
    );
  }
  if (address === undefined) return value;
  return (
    <a href={address} rel="noreferrer">
      {value}
    </a>
  );
}

/** Facts with their sources; what is not known is left out, and a group of which nothing is known says so. */
export function FactsTable(props: { readonly group: FactGroup }): ReactNode {
  const { model } = useMessages();
  const { title, facts } = props.group;
  return (
    <Panel title={title}>
      {facts.length === 0 ? (
        model.notKnown
      ) : (
        <table className={classes['facts']}>
          <caption className="visually-hidden">{title}</caption>
          <tbody>
            {facts.map((fact) => (
              <tr key={fact.key}>
                <th scope="row">{fact.label}</th>
                <td>
                  <FactValue fact={fact} />
                  <SourceMarks sources={fact.sources} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
