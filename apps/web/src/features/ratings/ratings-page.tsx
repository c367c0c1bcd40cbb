import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { FilterBar } from '../filter/filter-bar.js';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { useSession } from '../session/use-session.js';
import { ratingsQuery } from './calls.js';
import { CoefficientsPanel } from './coefficients-panel.js';
import { CostPanel } from './cost-panel.js';
import { LeveragePanel } from './leverage-panel.js';
import { RatingsFacts } from './ratings-facts.js';
import { RatingsTable } from './ratings-table.js';
import { SnapshotButton } from './snapshot-button.js';

const IntervalFigure = lazy(() => import('../../plots/interval-figure.js'));
const route = getRouteApi('/ratings');

/** Ratings of a choice of votes, with everything that says how far to trust them. */
export function RatingsPage(): ReactNode {
  const { arenaRatings } = useMessages();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const role = useSession()?.role;
  const query = useQuery(ratingsQuery(filter));
  return (
    <Page
      title={arenaRatings.title}
      about={arenaRatings.about}
      wide
      actions={role === 'admin' && <SnapshotButton filter={filter} />}
    >
      <FilterBar
        filter={filter}
        switches={['method', 'ties', 'cluster', 'control']}
        onChange={(search) => void navigate({ search, replace: true })}
      />
      <QueryView query={query}>
        {(ratings) =>
          ratings.models.length === 0 ? (
            <Panel>{arenaRatings.noVotes}</Panel>
          ) : (
            <>
              <Panel
                title={arenaRatings.ratings}
                note={<RatingsFacts ratings={ratings} isJudge={filter.judge !== undefined} />}
              >
                <RatingsTable ratings={ratings} />
              </Panel>
              <Panel title={arenaRatings.intervals} note={arenaRatings.intervalsNote}>
                <Suspense>
                  <IntervalFigure
                    rows={ratings.models}
                    axis={arenaRatings.axis}
                    label={arenaRatings.intervalsLabel(ratings.models.length)}
                  />
                </Suspense>
              </Panel>
              {ratings.coefficients.length > 0 && <CoefficientsPanel ratings={ratings} />}
              <CostPanel models={ratings.models} />
              <LeveragePanel filter={filter} models={ratings.models} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
