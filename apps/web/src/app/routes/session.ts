import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.js';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../../features/session/sign-in-page.js'), 'SignInPage'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('../../features/session/join-page.js'), 'JoinPage'),
});

/** Coming in. */
export const sessionRoutes = [signIn, join] as const;
