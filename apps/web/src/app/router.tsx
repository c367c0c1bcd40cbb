import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readAgreementSearch } from '../features/agreement/agreement-search.js';
import { readHeatMapSearch } from '../features/heat-map/heat-map-search.js';
import { readPowerSearch } from '../features/leaderboard/power-search.js';
import { readStandInSearch } from '../features/leaderboard/stand-in-search.js';
import { readPairsSearch } from '../features/pairs/pairs-search.js';
import { sessionQuery } from '../features/session/use-session.js';
import { readSnapshotsSearch } from '../features/snapshots/snapshots-search.js';
import { readResultsFilter } from '../features/filter/results-filter.js';
import { PageError, PageNotFound } from '../page/page-error.js';
import { Shell } from './shell.js';

/** Pages that may be seen without a key. */
const OPEN_PATHS: readonly string[] = ['/sign-in', '/join'];

const root = createRootRouteWithContext<{ readonly client: QueryClient }>()({
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    if (OPEN_PATHS.includes(location.pathname)) return;
    const session = await context.client.ensureQueryData(sessionQuery);
    // The router's own way to go elsewhere.
    // oxlint-disable-next-line typescript/only-throw-error
    if (session.role === null) throw redirect({ to: '/sign-in' });
  },
});

const studies = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/studies/studies-page.js'), 'StudiesPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../features/session/sign-in-page.js'), 'SignInPage'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('../features/session/join-page.js'), 'JoinPage'),
});
const arena = createRoute({
  getParentRoute: () => root,
  path: '/arena/$studyId',
  component: lazyRouteComponent(() => import('../features/arena/arena-page.js'), 'ArenaPage'),
});
const leaderboard = createRoute({
  getParentRoute: () => root,
  path: '/leaderboard',
  validateSearch: readResultsFilter,
  component: lazyRouteComponent(() => import('../features/leaderboard/leaderboard-page.js'), 'LeaderboardPage'),
});
const planner = createRoute({
  getParentRoute: () => root,
  path: '/studies/new',
  component: lazyRouteComponent(() => import('../features/studies/planner-page.js'), 'PlannerPage'),
});
const study = createRoute({
  getParentRoute: () => root,
  path: '/studies/$studyId',
  component: lazyRouteComponent(() => import('../features/studies/study-page.js'), 'StudyPage'),
});

const standIn = createRoute({
  getParentRoute: () => root,
  path: '/stand-in',
  validateSearch: readStandInSearch,
  component: lazyRouteComponent(() => import('../features/leaderboard/stand-in-page.js'), 'StandInPage'),
});
const planning = createRoute({
  getParentRoute: () => root,
  path: '/votes-needed',
  validateSearch: readPowerSearch,
  component: lazyRouteComponent(() => import('../features/leaderboard/planning-page.js'), 'PlanningPage'),
});
const heatMaps = createRoute({
  getParentRoute: () => root,
  path: '/heat-maps',
  validateSearch: readHeatMapSearch,
  component: lazyRouteComponent(() => import('../features/heat-map/heat-map-page.js'), 'HeatMapPage'),
});
const agreement = createRoute({
  getParentRoute: () => root,
  path: '/agreement',
  validateSearch: readAgreementSearch,
  component: lazyRouteComponent(() => import('../features/agreement/agreement-page.js'), 'AgreementPage'),
});
const judges = createRoute({
  getParentRoute: () => root,
  path: '/judges',
  component: lazyRouteComponent(() => import('../features/judges/judges-page.js'), 'JudgesPage'),
});
const judge = createRoute({
  getParentRoute: () => root,
  path: '/judges/$judgeId',
  component: lazyRouteComponent(() => import('../features/judges/judge-page.js'), 'JudgePage'),
});
const pairs = createRoute({
  getParentRoute: () => root,
  path: '/pairs',
  validateSearch: readPairsSearch,
  component: lazyRouteComponent(() => import('../features/pairs/pairs-page.js'), 'PairsPage'),
});
const snapshots = createRoute({
  getParentRoute: () => root,
  path: '/snapshots',
  validateSearch: readSnapshotsSearch,
  component: lazyRouteComponent(() => import('../features/snapshots/snapshots-page.js'), 'SnapshotsPage'),
});
const annotators = createRoute({
  getParentRoute: () => root,
  path: '/annotators',
  component: lazyRouteComponent(() => import('../features/people/annotators-page.js'), 'AnnotatorsPage'),
});
const annotator = createRoute({
  getParentRoute: () => root,
  path: '/annotators/$annotatorId',
  component: lazyRouteComponent(() => import('../features/people/annotator-page.js'), 'AnnotatorPage'),
});
const keys = createRoute({
  getParentRoute: () => root,
  path: '/keys',
  component: lazyRouteComponent(() => import('../features/people/keys-page.js'), 'KeysPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/people/audit-page.js'), 'AuditPage'),
});
const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchange',
  component: lazyRouteComponent(() => import('../features/exchange/exchange-page.js'), 'ExchangePage'),
});

const tree = root.addChildren([
  studies,
  signIn,
  join,
  arena,
  leaderboard,
  planner,
  study,
  standIn,
  planning,
  heatMaps,
  agreement,
  judges,
  judge,
  pairs,
  snapshots,
  annotators,
  annotator,
  keys,
  audit,
  exchange,
]);

/** All pages. Each loads when it is first visited, or when the pointer rests on a link to it. */
export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: PageNotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
