/** Models and what is known about them. */
export const knowRoutes = [] as const;
