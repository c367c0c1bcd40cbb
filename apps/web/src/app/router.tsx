import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../features/session/use-session.js';
import { readResultsFilter } from '../filter/results-filter.js';
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

const tree = root.addChildren([studies, signIn, join, arena, leaderboard, planner, study]);

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
