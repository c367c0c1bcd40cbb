import type { z } from '@hono/zod-openapi';
import type { VoteGroupsBody, VoteGroupsQuery } from '../api/ratings/schema.js';
import type { Services } from '../services.js';
import { voteTable } from './vote-table.js';

/** By which aspects and languages votes can be told apart. */
export async function voteGroupsBody(
  query: z.infer<typeof VoteGroupsQuery>,
  services: Services,
): Promise<z.infer<typeof VoteGroupsBody>> {
  const { columns } = await voteTable(query, services);
  const valuesOf = (name: string): readonly string[] =>
    (columns.get(name)?.values ?? []).toSorted((a, b) => a.localeCompare(b));
  return { aspects: valuesOf('aspect'), languages: valuesOf('language') };
}
