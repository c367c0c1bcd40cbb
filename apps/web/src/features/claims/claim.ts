import type { api, AnswerOf } from '../../server/client.js';

/** A claim of the surveys, with what a check of its sources found and what the numbers here say. */
export type Claim = AnswerOf<typeof api.catalog.capabilities.$get>['claims'][number];
/** What the numbers here say of it. */
export type ClaimData = NonNullable<Claim['data']>;
