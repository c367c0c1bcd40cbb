import type { Catalog, ModelCard, Obligations } from '@understudy/catalog';
import type { Leaderboard } from '@understudy/evidence';
import { NEED_NAMES } from '../admissibility/finding.js';
import type { EstimateFootprint } from '../admissibility/footprint.js';
import { findReference, type Reference } from '../candidates/find-reference.js';
import { isReference } from '../candidates/is-reference.js';
import { listCandidates } from '../candidates/list-candidates.js';
import type { Candidate } from '../candidates/candidate.js';
import type { Needs } from '../needs/needs.js';
import type { AreaWeight } from '../needs/written.js';
import { planNext } from '../next/plan-next.js';
import type { ReadPace } from '../next/plan-measurement.js';
import { publishedComparisons, type PublishedComparison } from '../published/published-comparison.js';
import { publishedStanding } from '../published/published-ranking.js';
import { areaBasis, type AreaBasis } from '../scores/area-basis.js';
import type { ReadDocuments } from '../verdict/benchmark-difference.js';
import { judgeArea } from '../verdict/judge-area.js';
import { readVotes, type FoundVotes } from '../votes/read-votes.js';
import { VOTE_MARGIN } from '../votes/vote-margin.js';
import type { VoteSource } from '../votes/vote-source.js';
import { weighVotes } from '../votes/weigh-votes.js';
import { findVoteSpots } from '../weak-spots/find-vote-spots.js';
import { findWeakSpots } from '../weak-spots/find-weak-spots.js';
import type { Advice, LeftOutModel, PublishedModel, ShortlistedModel } from './advice.js';
import { answerOf } from './answer.js';
import { describeArea } from './describe-area.js';
import { firstToMeasure } from './first-to-measure.js';
import { factsOf, judgeModel, leftOut, namedModel, type JudgedModel } from './judged-model.js';
import { nameAlone } from './name-alone.js';
import { nearestMiss } from './nearest-miss.js';
import { rankModels, type RankedJudgement } from './rank-models.js';

/** What an advice is drawn from. */
export interface AdviceSources {
  readonly catalog: Pick<Catalog, 'cards' | 'cardsById' | 'externals' | 'benchmarks' | 'scores'>;
  /** Everything that was measured, without filters. */
  readonly board: Leaderboard;
  readonly obligationsOf: (card: ModelCard) => Obligations | undefined;
  readonly estimateFootprint: EstimateFootprint;
  readonly readDocuments: ReadDocuments;
  readonly readPace: ReadPace;
  readonly votes: VoteSource;
}

/**
 * Finds which models can stand in for the reference: candidates, what admits them, scores, Pareto front, shortlist, verdicts, weak spots, and
 * what to measure next; beside them what people's votes say. Reads samples for the shortlist alone. Throws `UserError` `reference-unknown`.
 */
export async function advise(needs: Needs, sources: AdviceSources): Promise<Advice> {
  const { catalog, board, obligationsOf, estimateFootprint } = sources;
  const all = listCandidates({ cards: catalog.cards, rows: board.rows, obligationsOf });
  const reference = findReference(needs.reference, all, catalog.externals);
  const candidates = all.filter((candidate) => !isReference(candidate, reference));
  const judged = candidates.map((candidate) => judgeModel(candidate, needs, estimateFootprint));
  const admissible = judged.filter(({ admission }) => admission === 'admissible');
  const bases = basesOf(admissible, reference, { needs, board });
  const weights = shares(needs.area);
  const ranked = rankModels(admissible, { bases, weights, margin: needs.margin });
  const published = publishedBy(reference, catalog);
  const test = { margin: VOTE_MARGIN, confidence: needs.confidence };
  const wanted = admissible.map(({ candidate }) => candidate);
  const votes = await readVotes(sources.votes, { reference, candidates: all, wanted, catalog, test });
  const context: Context = { needs, sources, reference, bases, published, votes };
  const chosen = ranked.filter((one) => one.ranked.pareto.isOnFront).slice(0, needs.shortlist);
  const shortlist = await Promise.all(chosen.map((one) => shortlistModel(one, context)));
  const rankedIds = new Set(ranked.map(({ judged: { candidate } }) => candidate.id));
  const unmeasured = admissible.filter(({ candidate }) => !rankedIds.has(candidate.id));
  const publishedOnly = unmeasured.flatMap((one) => publishedModel(one, context)).toSorted(byStanding);
  const publishedIds = new Set(publishedOnly.map(({ id }) => id));
  const excluded = judged.filter(({ admission }) => admission === 'excluded');
  const notKnown = judged.filter(({ admission }) => admission === 'not-known');
  const nearest = admissible.length > 0 ? undefined : findNearest(excluded, context, weights);
  const others = ranked.filter((one) => !chosen.includes(one)).map((one) => one.ranked);
  const withoutFigures = unmeasured.filter(({ candidate }) => !publishedIds.has(candidate.id)).map(factsOf);
  const answer = answerOf({
    reference,
    weights,
    admissible: admissible.length,
    shortlist,
    ranked: ranked.map((one) => one.ranked),
    publishedOnly,
    nearest,
    notKnown: notKnown.length,
  });
  return {
    version: 1,
    needs,
    reference: { ...referenceModel(reference), isMeasured: reference.measured.length > 0 },
    answer,
    areas: weights.map((weight) => describeArea(weight, bases, reference)),
    shortlist,
    others,
    publishedOnly,
    withoutFigures,
    notKnown: notKnown.map(leftOut),
    excluded: excluded.map(leftOut),
    exclusions: countExclusions(excluded),
    next: await planNext(
      chosen.map(({ judged: { candidate } }, at) => ({ candidate, verdicts: shortlist[at]?.verdicts ?? [] })),
      firstToMeasure(unmeasured, publishedOnly),
      { reference, bases, benchmarks: catalog.benchmarks, needs, readPace: sources.readPace },
    ),
    votes: weighVotes(votes, {
      models: [...shortlist, ...others, ...publishedOnly, ...withoutFigures].map(nameAlone),
      answer,
      reference,
      test,
      languages: needs.language,
    }),
  };
}

interface Context {
  readonly needs: Needs;
  readonly sources: AdviceSources;
  readonly reference: Reference;
  readonly bases: readonly AreaBasis[];
  /** Comparisons with the reference of a card. */
  readonly published: (candidate: Candidate) => readonly PublishedComparison[];
  readonly votes: FoundVotes;
}

function shares(areas: readonly AreaWeight[]): readonly AreaWeight[] {
  const total = areas.reduce((sum, { weight }) => sum + weight, 0);
  return areas.map(({ area, weight }) => ({ area, weight: weight / total }));
}

function basesOf(
  admissible: readonly JudgedModel[],
  reference: Reference,
  { needs, board }: { readonly needs: Needs; readonly board: AdviceSources['board'] },
): readonly AreaBasis[] {
  const rows = admissible.flatMap(({ candidate }) => candidate.measured ?? []);
  const referenceRow = reference.measured[0]?.measured;
  return needs.area.map(({ area }) => areaBasis(board, area, { candidates: rows, reference: referenceRow }));
}

function publishedBy(reference: Reference, { scores, benchmarks }: AdviceSources['catalog']): Context['published'] {
  return ({ card }) => {
    if (card === undefined) return [];
    return publishedComparisons({ candidate: card.id, reference: reference.id }, scores, benchmarks);
  };
}

async function shortlistModel({ judged, ranked }: RankedJudgement, context: Context): Promise<ShortlistedModel> {
  const { needs, sources, reference, bases } = context;
  const { candidate, footprint, findings } = judged;
  const published = context.published(candidate);
  const { margin, confidence } = needs;
  const { board, readDocuments } = sources;
  const verdicts = await Promise.all(
    bases.map((basis) =>
      judgeArea({
        candidate: candidate.measured,
        reference: reference.measured[0]?.measured,
        basis,
        board,
        published,
        margin,
        confidence,
        readDocuments,
      }),
    ),
  );
  const missing = needs.area
    .map(({ area }) => area)
    .filter((area) => !ranked.areas.some((score) => score.area === area));
  const weakSpots = findWeakSpots({
    candidate,
    reference: reference.measured[0]?.measured,
    needs,
    footprint,
    findings,
    scores: ranked.areas,
    bases,
    missing,
  });
  const voteSpots = findVoteSpots(verdicts, context.votes, candidate.id);
  return { ...ranked, verdicts, weakSpots: [...voteSpots, ...weakSpots] };
}

function publishedModel(judged: JudgedModel, { needs, bases, published }: Context): readonly PublishedModel[] {
  const { candidate, footprint, findings } = judged;
  const standing = publishedStanding(published(candidate), needs.area);
  if (standing === undefined) return [];
  const nothing = { reference: undefined, scores: [], bases, missing: [] };
  const weakSpots = findWeakSpots({ candidate, needs, footprint, findings, ...nothing });
  return [{ ...factsOf(judged), standing, weakSpots }];
}

function byStanding(a: PublishedModel, b: PublishedModel): number {
  return b.standing.coverage - a.standing.coverage || b.standing.ratio - a.standing.ratio;
}

function findNearest(
  excluded: readonly JudgedModel[],
  context: Context,
  weights: readonly AreaWeight[],
): LeftOutModel | undefined {
  const { needs, sources, reference } = context;
  const bases = basesOf(excluded, reference, { needs, board: sources.board });
  const scores = new Map(
    rankModels(excluded, { bases, weights, margin: needs.margin }).map(({ ranked }) => [
      ranked.id,
      ranked.score.estimate,
    ]),
  );
  const ratios = new Map(
    excluded.map(({ candidate }) => [candidate.id, publishedStanding(context.published(candidate), needs.area)?.ratio]),
  );
  const nearest = nearestMiss(excluded, { measured: (id) => scores.get(id), published: (id) => ratios.get(id) });
  return nearest && leftOut(nearest);
}

function referenceModel({ id, name, card, measured }: Reference) {
  const [first] = measured;
  return { id, name, spec: first === undefined ? id : namedModel(first).spec, card: card?.id ?? null };
}

function countExclusions(excluded: readonly JudgedModel[]): Advice['exclusions'] {
  return NEED_NAMES.map((need) => ({
    need,
    models: excluded.filter(({ findings }) => findings.some((one) => one.need === need && one.outcome === 'broken'))
      .length,
  })).filter(({ models }) => models > 0);
}
