import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../../features/session/use-session.js';
import { root } from './root.js';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    // Annotators have come to vote. To throw is the router's own way to go elsewhere.
    // oxlint-disable-next-line typescript/only-throw-error
    if (session.role === 'annotator') throw redirect({ to: '/studies' });
  },
  component: lazyRouteComponent(() => import('../../features/home/home-page.js'), 'HomePage'),
});

/** Where one starts. */
export const homeRoutes = [home] as const;
