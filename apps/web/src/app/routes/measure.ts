/** Runs, their samples, and the leaderboard over them. */
export const measureRoutes = [] as const;
