import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readBoardSearch } from '../../features/leaderboard/board-search.js';
import { readCompareSearch } from '../../features/runs/compare/compare-search.js';
import { readRunsSearch } from '../../features/runs/runs-search.js';
import { readSamplesSearch } from '../../features/runs/samples/samples-search.js';
import { only } from './only.js';
import { root } from './root.js';

const leaderboard = createRoute({
  getParentRoute: () => root,
  path: '/leaderboard',
  validateSearch: only(readBoardSearch),
  component: lazyRouteComponent(() => import('../../features/leaderboard/leaderboard-page.js'), 'LeaderboardPage'),
});

const runs = createRoute({
  getParentRoute: () => root,
  path: '/runs',
  validateSearch: only(readRunsSearch),
  component: lazyRouteComponent(() => import('../../features/runs/runs-page.js'), 'RunsPage'),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/runs/compare',
  validateSearch: only(readCompareSearch),
  component: lazyRouteComponent(() => import('../../features/runs/compare/compare-page.js'), 'ComparePage'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$runId',
  component: lazyRouteComponent(() => import('../../features/runs/run-page.js'), 'RunPage'),
});

const samples = createRoute({
  getParentRoute: () => root,
  path: '/runs/$runId/tasks/$task',
  validateSearch: only(readSamplesSearch),
  component: lazyRouteComponent(() => import('../../features/runs/samples/samples-page.js'), 'SamplesPage'),
});

const sample = createRoute({
  getParentRoute: () => root,
  path: '/runs/$runId/tasks/$task/$docId',
  validateSearch: only(readSamplesSearch),
  component: lazyRouteComponent(() => import('../../features/runs/sample-page.js'), 'SamplePage'),
});

/** Runs, their samples, and the leaderboard over them. */
export const measureRoutes = [leaderboard, runs, compare, run, samples, sample] as const;
