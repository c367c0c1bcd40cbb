import type { Area } from '@understudy/catalog';
import type { Reference } from '../candidates/find-reference.js';
import type { AreaWeight } from '../needs/written.js';
import type { AreaVerdict, MeasuredVerdict } from '../verdict/area-verdict.js';
import type { Answer, LeftOutModel, PublishedModel, RankedModel, ShortlistedModel } from './advice.js';
import { nameAlone } from './name-alone.js';

/** What an answer is drawn from. */
export interface Outcome {
  readonly reference: Reference;
  readonly weights: readonly AreaWeight[];
  readonly admissible: number;
  readonly shortlist: readonly ShortlistedModel[];
  readonly ranked: readonly RankedModel[];
  readonly publishedOnly: readonly PublishedModel[];
  readonly nearest: LeftOutModel | undefined;
  readonly notKnown: number;
}

/** The answer in one sentence: which model stands in, for what; or why none can be named. */
export function answerOf(outcome: Outcome): Answer {
  const { admissible, shortlist, nearest, notKnown, weights } = outcome;
  if (admissible === 0) return { kind: 'nothing-admissible', nearest: nearest ?? null, notKnown };
  const compared = shortlist.filter(({ verdicts }) => verdicts.some(isMeasured));
  const [best] = compared.toSorted((a, b) => compareStandIns(a, b, weights));
  if (best === undefined) return notCompared(outcome);
  const { standsInFor, ...rest } = areasOf(best.verdicts);
  const model = nameAlone(best);
  if (standsInFor.length === 0) return { kind: 'none-shown', model, ...rest };
  const others = weights
    .filter(({ area }) => !standsInFor.includes(area))
    .flatMap(({ area }) => {
      const other = shortlist.find(({ verdicts }) => areasOf(verdicts).standsInFor.includes(area));
      return other === undefined ? [] : [{ area, model: nameAlone(other) }];
    });
  return { kind: 'stand-in', model, standsInFor, ...rest, others };
}

/** More weight of areas in which it stands in, then less in which it falls short; the shortlist's order decides the rest. */
function compareStandIns(a: ShortlistedModel, b: ShortlistedModel, weights: readonly AreaWeight[]): number {
  const weightOf = (areas: readonly Area[]) =>
    weights.reduce((sum, { area, weight }) => (areas.includes(area) ? sum + weight : sum), 0);
  const [one, other] = [areasOf(a.verdicts), areasOf(b.verdicts)];
  return (
    weightOf(other.standsInFor) - weightOf(one.standsInFor) || weightOf(one.fallsShortIn) - weightOf(other.fallsShortIn)
  );
}

function areasOf(verdicts: readonly AreaVerdict[]) {
  const areas = (isWanted: (verdict: AreaVerdict) => boolean) => verdicts.filter(isWanted).map(({ area }) => area);
  return {
    standsInFor: areas(isOutcome('non-inferior')),
    fallsShortIn: areas(isOutcome('inferior')),
    tooFewSamplesFor: areas(isOutcome('inconclusive')),
    publishedOnlyFor: areas(({ kind }) => kind === 'published-figures-only'),
    notMeasuredFor: areas(({ kind }) => kind === 'not-measured'),
  };
}

function notCompared(outcome: Outcome): Answer {
  const [measured, published] = [outcome.ranked[0], outcome.publishedOnly[0]];
  return {
    kind: 'not-compared',
    because: reasonOf(outcome),
    measured: measured === undefined ? null : nameAlone(measured),
    published: published === undefined ? null : nameAlone(published),
  };
}

function reasonOf({ reference, ranked, shortlist }: Outcome): Extract<Answer, { kind: 'not-compared' }>['because'] {
  if (reference.measured.length === 0) return 'reference-not-measured';
  if (ranked.length === 0) return 'candidates-not-measured';
  const verdicts = shortlist.flatMap((model) => model.verdicts);
  const hasSetting = verdicts.some((verdict) => 'because' in verdict && verdict.because === 'no-common-documents');
  return hasSetting ? 'no-common-documents' : 'no-common-setting';
}

function isMeasured({ kind }: AreaVerdict): boolean {
  return kind === 'measured';
}

function isOutcome(outcome: MeasuredVerdict['outcome']): (verdict: AreaVerdict) => boolean {
  return (verdict) => verdict.kind === 'measured' && verdict.outcome === outcome;
}
