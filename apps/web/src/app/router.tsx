import type { QueryClient } from '@tanstack/react-query';
import { createBrowserHistory, createHashHistory, createRouter } from '@tanstack/react-router';
import { PageError, PageNotFound } from '../page/page-error.js';
import { isStaticSite } from '../server/static-site.js';
import { administrationRoutes } from './routes/administration.js';
import { decideRoutes } from './routes/decide.js';
import { homeRoutes } from './routes/home.js';
import { knowRoutes } from './routes/know.js';
import { measureRoutes } from './routes/measure.js';
import { resultsRoutes } from './routes/results.js';
import { root } from './routes/root.js';
import { sessionRoutes } from './routes/session.js';
import { voteRoutes } from './routes/vote.js';

const tree = root.addChildren([
  ...homeRoutes,
  ...sessionRoutes,
  ...knowRoutes,
  ...measureRoutes,
  ...decideRoutes,
  ...voteRoutes,
  ...resultsRoutes,
  ...administrationRoutes,
]);

/** All pages. Each loads when it is first visited, or when the pointer rests on a link to it. */
export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    // A server of files knows one page: what it shows stands behind the `#`, so that it can be loaded again and shared.
    history: isStaticSite ? createHashHistory() : createBrowserHistory(),
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
