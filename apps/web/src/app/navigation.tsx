import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Messages } from '../messages/messages.js';
import { useMessages } from '../messages/use-messages.js';
import classes from './navigation.module.css';
import { isInNavigation } from './server-pages.js';

type Role = 'viewer' | 'annotator' | 'admin';
type PageName = keyof Messages['app']['pages'];

interface Entry {
  readonly page: PageName;
  readonly to: string;
  readonly roles: readonly Role[];
}

const ALL: readonly Role[] = ['viewer', 'annotator', 'admin'];
const UNBLINDED: readonly Role[] = ['viewer', 'admin'];
const ADMIN: readonly Role[] = ['admin'];

/** The pages, by group, each with the roles for whom it does something. The server decides; this only spares people dead ends. */
const GROUPS: readonly { readonly group: keyof Messages['app']['groups']; readonly entries: readonly Entry[] }[] = [
  {
    group: 'know',
    entries: [
      { page: 'models', to: '/models', roles: ALL },
      { page: 'timeline', to: '/timeline', roles: ALL },
      { page: 'lineage', to: '/lineage', roles: ALL },
      { page: 'capabilities', to: '/capabilities', roles: ALL },
    ],
  },
  {
    group: 'measure',
    entries: [
      { page: 'leaderboard', to: '/leaderboard', roles: ALL },
      { page: 'runs', to: '/runs', roles: ALL },
    ],
  },
  {
    group: 'decide',
    entries: [{ page: 'advise', to: '/advise', roles: ALL }],
  },
  {
    group: 'vote',
    entries: [
      { page: 'studies', to: '/studies', roles: ALL },
      { page: 'planner', to: '/studies/new', roles: ADMIN },
      { page: 'planning', to: '/votes-needed', roles: ALL },
    ],
  },
  {
    group: 'results',
    entries: [
      { page: 'ratings', to: '/ratings', roles: ALL },
      { page: 'standIn', to: '/stand-in', roles: ALL },
      { page: 'heatMap', to: '/heat-maps', roles: ALL },
      { page: 'agreement', to: '/agreement', roles: ALL },
      { page: 'judges', to: '/judges', roles: ALL },
      { page: 'pairs', to: '/pairs', roles: UNBLINDED },
      { page: 'snapshots', to: '/snapshots', roles: UNBLINDED },
    ],
  },
  {
    group: 'run',
    entries: [
      { page: 'people', to: '/annotators', roles: ADMIN },
      { page: 'keys', to: '/keys', roles: ADMIN },
      { page: 'audit', to: '/audit', roles: ADMIN },
      { page: 'exchange', to: '/exchange', roles: UNBLINDED },
    ],
  },
];

/** Whether other entries stand below a page: then it is marked for itself alone, and otherwise for a model, a run or a sample of it as well. */
function hasPagesBelow(page: string): boolean {
  return GROUPS.some(({ entries }) => entries.some(({ to }) => to.startsWith(`${page}/`)));
}

/** Links to the pages that a role can use. */
export function Navigation(props: { readonly role: Role | null }): ReactNode {
  const { app } = useMessages();
  const { role } = props;
  if (role === null) return null;
  const groups = GROUPS.map(({ group, entries }) => ({
    group,
    entries: entries.filter((entry) => entry.roles.includes(role) && isInNavigation(entry.to)),
  })).filter(({ entries }) => entries.length > 0);
  return (
    <nav aria-label={app.navigation} className={classes['navigation']}>
      {groups.map(({ group, entries }) => (
        <div key={group}>
          <div className={classes['group']} id={`group-${group}`}>
            {app.groups[group]}
          </div>
          <ul aria-labelledby={`group-${group}`}>
            {entries.map(({ page, to }) => (
              <li key={page}>
                <Link
                  to={to}
                  activeOptions={{ exact: hasPagesBelow(to), includeSearch: false }}
                  className={classes['link']}
                >
                  {app.pages[page]}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
