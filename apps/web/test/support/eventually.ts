/** For `expect.poll`: what a page shows follows its data, and the data come when they come. */
export const EVENTUALLY = { timeout: 30_000, interval: 50 } as const;
