import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readBoardSearch } from '../../features/leaderboard/board-search.js';
import { root } from './root.js';

const leaderboard = createRoute({
  getParentRoute: () => root,
  path: '/leaderboard',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import('../../features/leaderboard/leaderboard-page.js'), 'LeaderboardPage'),
});

/** Runs, their samples, and the leaderboard over them. */
export const measureRoutes = [leaderboard] as const;
