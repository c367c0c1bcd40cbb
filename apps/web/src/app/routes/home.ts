import { createRoute, redirect } from '@tanstack/react-router';
import { root } from './root.js';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // The router's own way to go elsewhere.
    // oxlint-disable-next-line typescript/only-throw-error
    throw redirect({ to: '/studies' });
  },
});

/** Where one starts. */
export const homeRoutes = [home] as const;
