import { z } from 'zod';
import { Sources } from './fact.js';

/** Whether a model may be used commercially; `unknown` where the licence was not read. */
export const COMMERCIAL_USES = ['yes', 'conditional', 'no', 'unknown'] as const;

/** The licence of a model's weights today. The terms of a teacher model's outputs are a question of its own. */
export const Licence = z.strictObject({
  /** SPDX id, or `LicenseRef-…`; null where there are no weights to be licensed. */
  id: z.string().min(1).nullable(),
  name: z.string().min(1),
  url: z.url().nullable(),
  commercialUse: z.enum(COMMERCIAL_USES),
  /** The condition or the reason. */
  condition: z.string().min(1).nullable(),
  sources: Sources,
});
