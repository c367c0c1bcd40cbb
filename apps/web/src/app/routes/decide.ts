/** Which model for which work. */
export const decideRoutes = [] as const;
