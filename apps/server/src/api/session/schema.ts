import { z } from '@hono/zod-openapi';
import { ROLES } from '@understudy/store';

/** Who the browser is to the server. */
export const SessionBody = z
  .object({
    role: z.enum(ROLES).nullable(),
    annotator: z.object({ id: z.string(), pseudonym: z.string() }).nullable(),
    csrf: z.string().nullable().openapi({ description: 'To be sent as `X-CSRF-Token` with each write.' }),
    local: z.boolean().openapi({ description: 'The server listens to this machine only and asks for no keys.' }),
    freeMode: z.boolean().openapi({ description: 'Models are open for free conversations.' }),
    version: z.string(),
  })
  .openapi('Session');

/** A key, or the secret of an invitation. */
export const KeyBody = z.object({ key: z.string().min(1).max(200) });
