import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAdviseSearch } from '../../features/advise/advise-search.js';
import { only } from './only.js';
import { root } from './root.js';

const advise = createRoute({
  getParentRoute: () => root,
  path: '/advise',
  validateSearch: only(readAdviseSearch),
  component: lazyRouteComponent(() => import('../../features/advise/advise-page.js'), 'AdvisePage'),
});

/** Which model for which work. */
export const decideRoutes = [advise] as const;
