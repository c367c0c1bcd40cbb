import { admissionOf, type Admission } from '../admissibility/admission.js';
import type { Finding } from '../admissibility/finding.js';
import { chooseFootprint, isHosted, type EstimateFootprint, type Footprint } from '../admissibility/footprint.js';
import { judgeNeeds } from '../admissibility/judge-needs.js';
import type { Candidate } from '../candidates/candidate.js';
import type { Needs } from '../needs/needs.js';
import type { AdvisedFacts, LeftOutModel } from './advice.js';
import type { AdvisedModel } from './advised-model.js';

/** A candidate after its needs were judged. */
export interface JudgedModel {
  readonly candidate: Candidate;
  readonly footprint: Footprint | undefined;
  readonly findings: readonly Finding[];
  readonly admission: Admission;
}

/** Judges a candidate by the needs. */
export function judgeModel(candidate: Candidate, needs: Needs, estimate: EstimateFootprint): JudgedModel {
  const footprint = chooseFootprint(candidate, needs, estimate);
  const findings = judgeNeeds({ candidate, needs, footprint });
  return { candidate, footprint, findings, admission: admissionOf(findings, needs) };
}

/** A candidate as it is named in an advice. */
export function namedModel({ id, name, spec, card }: Candidate): AdvisedModel {
  return { id, name, spec, card: card?.id ?? null };
}

/** A judged candidate with what it takes to run. */
export function factsOf({ candidate, findings, footprint }: JudgedModel): AdvisedFacts {
  return { ...namedModel(candidate), findings, footprint: footprint ?? null, cost: costOf(candidate) };
}

/** A judged candidate with the findings that keep it out. */
export function leftOut({ candidate, findings }: JudgedModel): LeftOutModel {
  const broken = findings.filter(({ outcome }) => outcome === 'broken');
  const unknown = findings.filter(({ outcome }) => outcome === 'unknown');
  return { ...namedModel(candidate), findings: broken.length > 0 ? broken : unknown };
}

function costOf(candidate: Candidate): number | null {
  const price = candidate.card?.price ?? null;
  return price !== null && price.currency === 'USD' && isHosted(candidate) ? Math.max(price.input, price.output) : null;
}
