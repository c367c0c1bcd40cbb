import { z } from '@hono/zod-openapi';
import { ROLES } from '@understudy/store';
import { apiRoute } from '../api-route.js';
import { answers, body, countParam, Done, IdParam, list, nameText } from '../json.js';

const KeyBody = z
  .object({
    id: z.string(),
    role: z.enum(ROLES),
    label: z.string(),
    annotatorId: z.string().nullable(),
    createdAt: z.number(),
    expiresAt: z.number().nullable(),
    revokedAt: z.number().nullable(),
  })
  .openapi('AccessKey');

export const listKeys = apiRoute('admin', {
  method: 'get',
  path: '/api/keys',
  responses: answers(z.object({ keys: list(KeyBody) })),
});

/** Makes a key for viewers or admins; annotators get invitations. */
export const createKey = apiRoute('admin', {
  method: 'post',
  path: '/api/keys',
  request: {
    body: body(
      z.object({
        role: z.enum(['viewer', 'admin']),
        label: nameText(100),
        expiresInDays: z.number().int().min(1).max(3650).nullable().default(null),
      }),
    ),
  },
  responses: answers(z.object({ key: KeyBody, secret: z.string().openapi({ description: 'Shown this once.' }) })),
});

/** Revokes a key or an invitation, and ends its sessions. */
export const revokeKey = apiRoute('admin', {
  method: 'delete',
  path: '/api/keys/{id}',
  request: { params: IdParam },
  responses: answers(Done),
});

/** The audit log, the newest first. */
export const listAudit = apiRoute('admin', {
  method: 'get',
  path: '/api/audit',
  request: {
    query: z.object({
      before: countParam({ min: 1, max: Number.MAX_SAFE_INTEGER }).optional(),
      limit: countParam({ min: 1, max: 500 }).default(100),
    }),
  },
  responses: answers(
    z.object({
      entries: list(
        z
          .object({
            seq: z.number(),
            at: z.number(),
            actor: z.string(),
            action: z.string(),
            target: z.string().nullable(),
            details: z.string().openapi({ description: 'JSON.' }),
          })
          .openapi('AuditEntry'),
      ),
    }),
  ),
});
