import type { Catalog } from '@understudy/catalog';
import { VersionOwners } from '@understudy/evidence';
import type { Candidate } from '../candidates/candidate.js';
import type { Reference } from '../candidates/find-reference.js';
import { ModelVersions } from './model-versions.js';
import type { VoteAssessment, VotedPair } from './vote-evidence.js';
import type { AssessedAspect, AssessedClaim, VoteClaim, VoteSource, VoteTest } from './vote-source.js';

/** Whose votes are read. */
export interface VoteRequest {
  readonly reference: Reference;
  /** All of them, the reference's too. */
  readonly candidates: readonly Candidate[];
  /** Those whose votes are wanted. */
  readonly wanted: readonly Candidate[];
  readonly catalog: Pick<Catalog, 'cards' | 'cardsById' | 'externals'>;
  readonly test: VoteTest;
}

/** What the people of a study say of a candidate, which is told by its id, and the reference. */
export type CandidateVotes = Omit<VotedPair, 'model'> & { readonly candidate: string };

/** What was found in the studies that have the reference. */
export interface FoundVotes {
  readonly pairs: readonly CandidateVotes[];
  /** Sorted ids of versions that are no model that is known. */
  readonly unknown: readonly string[];
}

type ListedStudy = Awaited<ReturnType<VoteSource['studies']>>[number];
type CandidateClaim = VoteClaim & { readonly candidate: string };

/** What people's votes say of candidates and the reference. Reads the votes of those studies alone that have both. */
export async function readVotes(source: VoteSource, request: VoteRequest): Promise<FoundVotes> {
  const { reference, candidates, wanted, catalog, test } = request;
  const studies = await source.studies();
  if (studies.length === 0) return { pairs: [], unknown: [] };
  const models = new ModelVersions(await source.versions(), { candidates, owners: new VersionOwners(catalog) });
  const references = new Set(models.ofReference(reference));
  const voted = studies.filter(({ versionIds }) => versionIds.some((version) => references.has(version)));
  const pairs: CandidateVotes[] = [];
  for (const study of voted) {
    const against = study.versionIds.filter((version) => references.has(version));
    const claims = wanted.flatMap((candidate) => claimsOf(candidate, { study, models, against }));
    if (claims.length > 0) pairs.push(...pairsOf(study, claims, await source.assess(study.id, claims, test)));
  }
  const nobody = new Set(models.ofNobody(candidates, reference));
  const unknown = new Set(voted.flatMap(({ versionIds }) => versionIds.filter((version) => nobody.has(version))));
  return { pairs, unknown: [...unknown].sort() };
}

function claimsOf(
  candidate: Candidate,
  {
    study,
    models,
    against,
  }: { readonly study: ListedStudy; readonly models: ModelVersions; readonly against: readonly string[] },
): readonly CandidateClaim[] {
  return models
    .ofCandidate(candidate)
    .filter((version) => study.versionIds.includes(version))
    .flatMap((model) => against.map((reference) => ({ candidate: candidate.id, model, reference })));
}

function pairsOf(
  { id, title, mode }: ListedStudy,
  claims: readonly CandidateClaim[],
  assessed: readonly (AssessedClaim | undefined)[],
): readonly CandidateVotes[] {
  return claims.flatMap(({ candidate, model: version, reference: referenceVersion }, index) => {
    const found = assessed[index];
    if (found === undefined || found.overall.votes === 0) return [];
    const aspects = found.aspects.filter(({ votes }) => votes > 0).map(assessmentOf);
    const study = { id, title, mode };
    return [{ candidate, study, version, referenceVersion, overall: assessmentOf(found.overall), aspects }];
  });
}

function assessmentOf(assessed: AssessedAspect): VoteAssessment {
  const { aspect, winRate, bounds, verdict, votes, clusters, votesNeeded } = assessed;
  // The formula is that of many questions. Where it says that the votes are enough, it is questions that are too few.
  const needed = verdict === 'undecided' && votesNeeded !== undefined && votesNeeded > votes ? votesNeeded : null;
  return { aspect, winRate, bounds, outcome: verdict, votes, questions: clusters, votesNeeded: needed };
}
