import type { Claim } from '@understudy/catalog';
import { checkClaim, type CapabilityMap, type ClaimEvidence } from '@understudy/evidence';
import type { ClaimBody } from '../api/catalog/claim-schema.js';

type EvidenceBody = NonNullable<ClaimBody['data']>['evidence'][number];

function evidenceBody(evidence: ClaimEvidence): EvidenceBody {
  const { origin, model, modelLabel, comparator, comparatorLabel, benchmark, setting, metric } = evidence;
  const { modelValue, comparatorValue, outcome, source = null, runs } = evidence;
  return {
    origin,
    model,
    modelLabel,
    comparator,
    comparatorLabel,
    benchmark,
    setting,
    metric,
    source,
    modelValue,
    comparatorValue,
    outcome,
    runs: runs === undefined ? null : [...runs],
  };
}

/** A claim with what its own check found, and what the numbers here say of it. */
export function claimBody(claim: Claim, map: CapabilityMap): ClaimBody {
  const { isComparative, published, measured, evidence, missing } = checkClaim(claim, map);
  const data = { published, measured, evidence: evidence.map(evidenceBody), missing: missing.length };
  return { ...claim, data: isComparative ? data : null };
}
