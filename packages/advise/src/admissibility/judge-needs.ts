import type { Candidate } from '../candidates/candidate.js';
import type { Needs } from '../needs/needs.js';
import type { Finding, NeedName } from './finding.js';
import type { Footprint } from './footprint.js';
import { availability } from './rules/availability.js';
import { context } from './rules/context.js';
import { cost } from './rules/cost.js';
import { kind } from './rules/kind.js';
import { language } from './rules/language.js';
import { licence } from './rules/licence.js';
import { memory } from './rules/memory.js';
import { openWeights } from './rules/open-weights.js';
import { speed } from './rules/speed.js';

/** What a rule looks at. */
export interface JudgedCandidate {
  readonly candidate: Candidate;
  readonly needs: Needs;
  readonly footprint: Footprint | undefined;
}

/** Judges one need; undefined where nothing was asked. */
export type Rule = (judged: JudgedCandidate) => Omit<Finding, 'need'> | undefined;

const RULES: Readonly<Record<NeedName, Rule>> = {
  availability,
  'open-weights': openWeights,
  kind,
  licence,
  memory,
  context,
  speed,
  language,
  cost,
};

/** All findings of the needs that were asked, in the order of `NEED_NAMES`. */
export function judgeNeeds(judged: JudgedCandidate): readonly Finding[] {
  return Object.entries(RULES).flatMap(([need, rule]) => {
    const finding = rule(judged);
    // The keys of `RULES` are the names of needs.
    return finding === undefined ? [] : [{ need: need as NeedName, ...finding }];
  });
}
