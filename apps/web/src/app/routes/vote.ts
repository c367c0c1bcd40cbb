import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readPowerSearch } from '../../features/ratings/power-search.js';
import { only } from './only.js';
import { root } from './root.js';

const studies = createRoute({
  getParentRoute: () => root,
  path: '/studies',
  component: lazyRouteComponent(() => import('../../features/studies/studies-page.js'), 'StudiesPage'),
});

const planner = createRoute({
  getParentRoute: () => root,
  path: '/studies/new',
  component: lazyRouteComponent(() => import('../../features/studies/planner-page.js'), 'PlannerPage'),
});

const study = createRoute({
  getParentRoute: () => root,
  path: '/studies/$studyId',
  component: lazyRouteComponent(() => import('../../features/studies/study-page.js'), 'StudyPage'),
});

const arena = createRoute({
  getParentRoute: () => root,
  path: '/arena/$studyId',
  component: lazyRouteComponent(() => import('../../features/arena/arena-page.js'), 'ArenaPage'),
});

const planning = createRoute({
  getParentRoute: () => root,
  path: '/votes-needed',
  validateSearch: only(readPowerSearch),
  component: lazyRouteComponent(() => import('../../features/ratings/planning-page.js'), 'PlanningPage'),
});

/** Studies and the votes in them. */
export const voteRoutes = [studies, planner, study, arena, planning] as const;
