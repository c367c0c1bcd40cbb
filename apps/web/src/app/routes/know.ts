import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readCapabilitySearch } from '../../features/capabilities/capability-search.js';
import { readComparisonSearch } from '../../features/comparison/comparison-search.js';
import { readModelSearch } from '../../features/model/model-search.js';
import { readModelsSearch } from '../../features/models/models-search.js';
import { readLineageSearch } from '../../features/lineage/lineage-search.js';
import { readTimelineSearch } from '../../features/timeline/timeline-search.js';
import { only } from './only.js';
import { root } from './root.js';

const models = createRoute({
  getParentRoute: () => root,
  path: '/models',
  validateSearch: only(readModelsSearch),
  component: lazyRouteComponent(() => import('../../features/models/models-page.js'), 'ModelsPage'),
});

const comparison = createRoute({
  getParentRoute: () => root,
  path: '/models/compare',
  validateSearch: only(readComparisonSearch),
  component: lazyRouteComponent(() => import('../../features/comparison/comparison-page.js'), 'ComparisonPage'),
});

const model = createRoute({
  getParentRoute: () => root,
  path: '/models/$modelId',
  validateSearch: only(readModelSearch),
  component: lazyRouteComponent(() => import('../../features/model/model-page.js'), 'ModelPage'),
});

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/timeline',
  validateSearch: only(readTimelineSearch),
  component: lazyRouteComponent(() => import('../../features/timeline/timeline-page.js'), 'TimelinePage'),
});

const lineage = createRoute({
  getParentRoute: () => root,
  path: '/lineage',
  validateSearch: only(readLineageSearch),
  component: lazyRouteComponent(() => import('../../features/lineage/lineage-page.js'), 'LineagePage'),
});

const capabilities = createRoute({
  getParentRoute: () => root,
  path: '/capabilities',
  validateSearch: only(readCapabilitySearch),
  component: lazyRouteComponent(() => import('../../features/capabilities/capabilities-page.js'), 'CapabilitiesPage'),
});

/** Models and what is known about them. */
export const knowRoutes = [models, comparison, model, timeline, lineage, capabilities] as const;
