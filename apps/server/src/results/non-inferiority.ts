import type { z } from '@hono/zod-openapi';
import { comparisonsOf, textAt, type BattleTable } from '@understudy/arena';
import { assessNonInferiority, pairScores, type Clusters } from '@understudy/statistics';
import type { NonInferiorityBody, NonInferiorityQuery } from '../api/ratings/schema.js';
import { ApiError } from '../http/api-error.js';
import type { Services } from '../services.js';
import { clustersOf } from './clusters.js';
import { finite } from './finite.js';
import { voteTable, votesKey } from './vote-table.js';

type Body = z.infer<typeof NonInferiorityBody>;

interface Claim {
  readonly model: number;
  readonly reference: number;
  readonly margin: number;
}

/** The rows of a table that a claim about one aspect rests on. */
function rowsOf(table: BattleTable, aspect: string | null): Int32Array {
  const column = table.columns.get('aspect');
  const rows = Array.from(table.first.keys());
  return Int32Array.from(
    aspect === null || column === undefined ? rows : rows.filter((row) => textAt(column, row) === aspect),
  );
}

function assess(table: BattleTable, { aspect, ...claim }: Claim & { readonly aspect: string | null }): Body['overall'] {
  const rows = rowsOf(table, aspect);
  const pick = (column: ArrayLike<number>): Int32Array => rows.map((row) => column[row] ?? 0);
  const all = comparisonsOf(table);
  const comparisons = {
    models: all.models,
    first: pick(all.first),
    second: pick(all.second),
    outcome: Uint8Array.from(pick(all.outcome)),
  };
  const questions = clustersOf(table, 'question_id');
  const clusters: Clusters | undefined = questions && { count: questions.count, of: pick(questions.of) };
  const scores = pairScores(comparisons, claim, clusters);
  const { winRate, bounds, verdict, votes, clusters: count, votesNeeded } = assessNonInferiority(scores, claim);
  return {
    aspect,
    votes,
    questions: count,
    share: finite(winRate),
    lower: votes === 0 ? null : finite(bounds.lower),
    upper: votes === 0 ? null : finite(bounds.upper),
    nonInferior: verdict === 'undecided' ? null : verdict === 'non-inferior',
    votesNeeded: votesNeeded ?? null,
  };
}

/** Whether one model can stand in for another, over all and by aspect. */
export function nonInferiorityBody(query: z.infer<typeof NonInferiorityQuery>, services: Services): Promise<Body> {
  const { candidate, reference, margin } = query;
  const key = JSON.stringify([candidate, reference, margin]);
  return services.results.get(`non-inferiority ${votesKey(query)} ${key}`, async () => {
    const table = await voteTable(query, services);
    const claim = { model: table.models.indexOf(candidate), reference: table.models.indexOf(reference), margin };
    if (claim.model < 0 || claim.reference < 0) throw ApiError.notFound('model among these votes');
    const aspects = (table.columns.get('aspect')?.values ?? []).toSorted();
    return {
      candidate,
      reference,
      margin,
      overall: assess(table, { ...claim, aspect: null }),
      aspects: aspects.map((aspect) => assess(table, { ...claim, aspect })),
    };
  });
}
