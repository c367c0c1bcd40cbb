import type { z } from '@hono/zod-openapi';
import {
  BattleTableBuilder,
  textAt,
  type BattleAgreement,
  type BattleOutcome,
  type BattleTable,
} from '@understudy/arena';
import type { Agreement } from '@understudy/statistics';
import type { AgreementBody, AgreementQuery } from '../api/agreement/schema.js';
import type { Services } from '../services.js';
import { measure } from './finite.js';
import { judgeTable, reportOfJudge } from './judge-tables.js';
import { voteTable } from './vote-table.js';

type Query = z.infer<typeof AgreementQuery>;
type Body = z.infer<typeof AgreementBody>;
type Measures = Body['overall'];

const NOTHING = { value: undefined, interval: undefined, count: 0 };

function measures(agreement: Agreement | BattleAgreement | undefined): Measures {
  const { comparisons = 0, exact = NOTHING, tieDiscounted = NOTHING, nonTie = NOTHING } = agreement ?? {};
  const { kappa = NOTHING, alpha = NOTHING } = agreement ?? {};
  return {
    comparisons,
    exact: measure(exact),
    tieDiscounted: measure(tieDiscounted),
    nonTie: measure(nonTie),
    kappa: measure(kappa),
    alpha: measure(alpha),
  };
}

const COLUMNS = ['judge', 'question_id', 'turn', 'aspect', 'language'] as const;

function joined(tables: readonly BattleTable[]): BattleTable {
  const builder = new BattleTableBuilder(COLUMNS);
  for (const { models, first, second, outcome, columns } of tables) {
    const value = (name: string, row: number): string | undefined => {
      const column = columns.get(name);
      return column && textAt(column, row);
    };
    for (const row of first.keys()) {
      builder.add({
        first: models[first[row] ?? 0] ?? '',
        second: models[second[row] ?? 0] ?? '',
        // A table holds outcomes only.
        outcome: outcome[row] as BattleOutcome,
        values: COLUMNS.map((name) => value(name, row)),
        time: Number.NaN,
      });
    }
  }
  return builder.build();
}

/** The verdicts of the judge asked for, or of all. */
async function judges({ judge, study: studyId, aspect, language }: Query, services: Services): Promise<BattleTable> {
  const ids = judge === undefined ? (await services.store.listJudges()).map(({ id }) => id) : [judge];
  return joined(await Promise.all(ids.map((id) => judgeTable(id, { studyId, aspect, language }, services))));
}

async function sets(query: Query, services: Services): Promise<readonly [BattleTable, BattleTable?]> {
  const humans = { study: query.study, aspect: query.aspect, language: query.language };
  switch (query.between) {
    case 'human,human':
      return [await voteTable(humans, services)];
    case 'human,judge':
      return [await voteTable(humans, services), await judges(query, services)];
    case 'judge,judge':
    case 'judge,swapped':
      return [await judges(query, services)];
    default:
      return query.between satisfies never;
  }
}

/** How far people, judges, and people and judges agree. */
export function agreementBody(query: Query, services: Services, signal?: AbortSignal): Promise<Body> {
  const compute = async (abandoned: AbortSignal): Promise<Body> => {
    const { between, judge } = query;
    if (between === 'judge,swapped' && judge !== undefined) {
      const report = await reportOfJudge(judge, joined([]), services);
      return { between, overall: measures(report.bias.swapped), aspects: [], raters: [] };
    }
    const [first, second] = await sets(query, services);
    const { overall, aspects, raters } = await services.compute.run('agreement', { first, second }, abandoned);
    return {
      between,
      overall: measures(overall),
      aspects: aspects.map(({ aspect, agreement }) => ({ aspect, ...measures(agreement) })),
      raters: raters.map(({ exact, ...rater }) => ({ ...rater, exact: measure({ ...NOTHING, ...exact }) })),
    };
  };
  return services.results.get(`agreement ${JSON.stringify(query)}`, compute, signal);
}
