import type { Finding, NeedName } from './finding.js';
import type { JudgedCandidate, Rule } from './rule.js';
import { availability } from './rules/availability.js';
import { context } from './rules/context.js';
import { cost } from './rules/cost.js';
import { kind } from './rules/kind.js';
import { language } from './rules/language.js';
import { licence } from './rules/licence.js';
import { memory } from './rules/memory.js';
import { openWeights } from './rules/open-weights.js';
import { speed } from './rules/speed.js';

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
