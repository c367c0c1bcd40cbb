import type { ReactNode } from 'react';
import { formatCount } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { isStaticSite } from '../../server/static-site.js';
import type { Overview } from './calls.js';
import classes from './home.module.css';

interface Door {
  readonly name: keyof Messages['home']['doors'];
  readonly to: string;
  readonly counts: (overview: Overview) => readonly (readonly [keyof Messages['home']['counts'], number])[];
  /** Only a server can do it. */
  readonly needsServer?: boolean;
}

const DOORS: readonly Door[] = [
  { name: 'know', to: '/models', counts: ({ models }) => [['models', models]] },
  {
    name: 'measure',
    to: '/leaderboard',
    counts: ({ runs, samples }) => [
      ['runs', runs],
      ['samples', samples],
    ],
  },
  {
    name: 'vote',
    to: '/studies',
    counts: ({ studies, votes }) => [
      ['studies', studies],
      ['votes', votes],
    ],
  },
  { name: 'decide', to: '/advise', counts: ({ measured }) => [['measured', measured]], needsServer: true },
];

/** The four things one can do here, with how much there is of each. */
export function Doors(props: { readonly overview: Overview | undefined }): ReactNode {
  const { language, messages } = useLanguage();
  const { home } = messages;
  const { overview } = props;
  return (
    <ul className={classes['doors']}>
      {DOORS.filter(({ needsServer }) => needsServer !== true || !isStaticSite).map(({ name, to, counts }) => (
        <li key={name} className={classes['door']}>
          <Link to={to} className={classes['name']}>
            {home.doors[name].name}
          </Link>
          <p className={classes['about']}>{home.doors[name].about}</p>
          <p className={classes['counts']}>
            {overview !== undefined &&
              counts(overview)
                .map(([what, count]) => home.counts[what](formatCount(count, language), count))
                .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
