import { capabilityBody } from '../../catalog/capability-body.js';
import { CapabilityMaps } from '../../catalog/capability-maps.js';
import { catalogBody } from '../../catalog/catalog-body.js';
import { findCard } from '../../catalog/find-card.js';
import { modelBody } from '../../catalog/model-body.js';
import { renderedConversation } from '../../catalog/rendered-conversation.js';
import type { TypedResponse } from 'hono';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { answerReady, ReadyBodies } from '../ready-body.js';
import type { CapabilityBody } from './capability-schema.js';
import * as routes from './routes.js';

/** What is known about models. The catalog is read once; only which models are here and measured can change. */
export function catalogApi(services: Services) {
  const maps = new CapabilityMaps();
  // The map is large: to write and compress it each time takes longer than all else.
  const ready = new ReadyBodies();
  return newApi()
    .openapi(routes.listCatalog, async (c) => c.json(await catalogBody(services), 200))
    .openapi(routes.getCatalogModel, async (c) => c.json(await modelBody(c.req.valid('param').id, maps, services), 200))
    .openapi(routes.getCapabilities, async (c) => {
      const [catalog, measurements] = await Promise.all([services.catalog(), services.measurements()]);
      const map = maps.of(catalog, measurements);
      const body = ready.of(map, () => capabilityBody(map, catalog));
      const response = await answerReady(body, c.req.raw);
      // Its JSON is that of the schema, written before.
      return response as Response & TypedResponse<CapabilityBody, 200, 'json'>;
    })
    .openapi(routes.renderConversation, async (c) => {
      const card = findCard(c.req.valid('param').id, await services.catalog());
      return c.json(await renderedConversation(card, c.req.valid('json').messages), 200);
    });
}
