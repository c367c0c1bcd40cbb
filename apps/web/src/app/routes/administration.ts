import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.js';

const annotators = createRoute({
  getParentRoute: () => root,
  path: '/annotators',
  component: lazyRouteComponent(() => import('../../features/people/annotators-page.js'), 'AnnotatorsPage'),
});

const annotator = createRoute({
  getParentRoute: () => root,
  path: '/annotators/$annotatorId',
  component: lazyRouteComponent(() => import('../../features/people/annotator-page.js'), 'AnnotatorPage'),
});

const keys = createRoute({
  getParentRoute: () => root,
  path: '/keys',
  component: lazyRouteComponent(() => import('../../features/people/keys-page.js'), 'KeysPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('../../features/people/audit-page.js'), 'AuditPage'),
});

const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchange',
  component: lazyRouteComponent(() => import('../../features/exchange/exchange-page.js'), 'ExchangePage'),
});

/** People, keys, files. */
export const administrationRoutes = [annotators, annotator, keys, audit, exchange] as const;
