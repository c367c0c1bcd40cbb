import type { ReactNode } from 'react';
import { formatCount } from '../../format/format-number.js';
import { formatTime } from '../../format/format-time.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import tableClasses from '../../table/data-table.module.css';
import { runAddress } from '../leaderboard/addresses.js';
import type { Overview } from './calls.js';
import classes from './home.module.css';

/** Tasks that are named; of more, how many there are. */
const NAMED = 3;

/** The runs that began last. A table that cannot be sorted: what sorts is larger than the rest of the start page. */
export function NewestRuns(props: { readonly overview: Overview }): ReactNode {
  const { language, messages } = useLanguage();
  const { home } = messages;
  const { run, model, tasks, samples, status, began } = home.columns;
  return (
    <Panel title={home.newest}>
      <div className={tableClasses['scroll']} tabIndex={0} role="region" aria-label={home.newest}>
        <table className={tableClasses['table']}>
          <caption className="visually-hidden">{home.newest}</caption>
          <thead className={classes['head']}>
            <tr>
              <th scope="col">{run}</th>
              <th scope="col">{model}</th>
              <th scope="col">{tasks}</th>
              <th scope="col" data-number>
                {samples}
              </th>
              <th scope="col">{status}</th>
              <th scope="col">{began}</th>
            </tr>
          </thead>
          <tbody>
            {props.overview.newest.map((each) => (
              <tr key={each.id}>
                <td className={classes['id']}>
                  <Link to={runAddress(each.id)}>{each.id}</Link>
                </td>
                <td className={classes['model']}>{each.name}</td>
                <td>{each.tasks.slice(0, NAMED).join(', ') + home.more(each.tasks.length - NAMED)}</td>
                <td data-number>{formatCount(each.samples, language)}</td>
                <td>{home.status[each.status]}</td>
                <td>
                  <time dateTime={new Date(each.createdAt).toISOString()}>{formatTime(each.createdAt, language)}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
