import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../../features/session/use-session.js';
import { Shell } from '../shell.js';

/** Pages that may be seen without a key. */
const OPEN_PATHS: readonly string[] = ['/sign-in', '/join'];

/** What all pages are in. */
export const root = createRootRouteWithContext<{ readonly client: QueryClient }>()({
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    if (OPEN_PATHS.includes(location.pathname)) return;
    const session = await context.client.ensureQueryData(sessionQuery);
    // The router's own way to go elsewhere.
    // oxlint-disable-next-line typescript/only-throw-error
    if (session.role === null) throw redirect({ to: '/sign-in' });
  },
});
