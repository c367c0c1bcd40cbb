import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAgreementSearch } from '../../features/agreement/agreement-search.js';
import { readResultsFilter } from '../../features/filter/results-filter.js';
import { readHeatMapSearch } from '../../features/heat-map/heat-map-search.js';
import { readPairsSearch } from '../../features/pairs/pairs-search.js';
import { readStandInSearch } from '../../features/ratings/stand-in-search.js';
import { readSnapshotsSearch } from '../../features/snapshots/snapshots-search.js';
import { only } from './only.js';
import { root } from './root.js';

const ratings = createRoute({
  getParentRoute: () => root,
  path: '/ratings',
  validateSearch: only(readResultsFilter),
  component: lazyRouteComponent(() => import('../../features/ratings/ratings-page.js'), 'RatingsPage'),
});

const standIn = createRoute({
  getParentRoute: () => root,
  path: '/stand-in',
  validateSearch: only(readStandInSearch),
  component: lazyRouteComponent(() => import('../../features/ratings/stand-in-page.js'), 'StandInPage'),
});

const heatMaps = createRoute({
  getParentRoute: () => root,
  path: '/heat-maps',
  validateSearch: only(readHeatMapSearch),
  component: lazyRouteComponent(() => import('../../features/heat-map/heat-map-page.js'), 'HeatMapPage'),
});

const agreement = createRoute({
  getParentRoute: () => root,
  path: '/agreement',
  validateSearch: only(readAgreementSearch),
  component: lazyRouteComponent(() => import('../../features/agreement/agreement-page.js'), 'AgreementPage'),
});

const judges = createRoute({
  getParentRoute: () => root,
  path: '/judges',
  component: lazyRouteComponent(() => import('../../features/judges/judges-page.js'), 'JudgesPage'),
});

const judge = createRoute({
  getParentRoute: () => root,
  path: '/judges/$judgeId',
  component: lazyRouteComponent(() => import('../../features/judges/judge-page.js'), 'JudgePage'),
});

const pairs = createRoute({
  getParentRoute: () => root,
  path: '/pairs',
  validateSearch: only(readPairsSearch),
  component: lazyRouteComponent(() => import('../../features/pairs/pairs-page.js'), 'PairsPage'),
});

const snapshots = createRoute({
  getParentRoute: () => root,
  path: '/snapshots',
  validateSearch: only(readSnapshotsSearch),
  component: lazyRouteComponent(() => import('../../features/snapshots/snapshots-page.js'), 'SnapshotsPage'),
});

/** What the votes say. */
export const resultsRoutes = [ratings, standIn, heatMaps, agreement, judges, judge, pairs, snapshots] as const;
