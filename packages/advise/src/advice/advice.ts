import type { Area } from '@understudy/catalog';
import type { Finding, NeedName } from '../admissibility/finding.js';
import type { Footprint } from '../admissibility/footprint.js';
import type { Needs } from '../needs/needs.js';
import type { NextMeasurement } from '../next/next-measurement.js';
import type { ParetoPlace } from '../pareto/pareto-front.js';
import type { PublishedStanding } from '../published/published-ranking.js';
import type { AreaScore } from '../scores/area-score.js';
import type { WeightedScore } from '../scores/weighted-score.js';
import type { AreaVerdict } from '../verdict/area-verdict.js';
import type { VoteEvidence } from '../votes/vote-evidence.js';
import type { WeakSpot } from '../weak-spots/weak-spot.js';
import type { AdvisedModel } from './advised-model.js';

/** What is known of a model beside its scores. */
export interface AdvisedFacts extends AdvisedModel {
  readonly findings: readonly Finding[];
  /** How it would be run; null for a hosted model, or where it is not known. */
  readonly footprint: Footprint | null;
  /** USD for a million tokens, the dearer of input and output; null for a model that is run at home, or where it is not known. */
  readonly cost: number | null;
}

/** A model that was measured in at least one of the areas, with where it stands. */
export interface RankedModel extends AdvisedFacts {
  /** From 1; null where it lacks an area that others were measured in, so that its mean is not theirs. */
  readonly rank: number | null;
  readonly score: WeightedScore;
  readonly areas: readonly AreaScore[];
  readonly pareto: ParetoPlace;
}

/** A model of the shortlist. */
export interface ShortlistedModel extends RankedModel {
  /** One of each wanted area. */
  readonly verdicts: readonly AreaVerdict[];
  readonly weakSpots: readonly WeakSpot[];
}

/** A model of which only others' figures are known. */
export interface PublishedModel extends AdvisedFacts {
  readonly standing: PublishedStanding;
  readonly weakSpots: readonly WeakSpot[];
}

/** A model that is left out, with the needs that it breaks, or whose facts are not known. */
export interface LeftOutModel extends AdvisedModel {
  readonly findings: readonly Finding[];
}

/** A benchmark that an area's scores are made of. */
export interface AdvisedBenchmark {
  readonly id: string;
  readonly name: string;
  /** Key of the column of the leaderboard. */
  readonly column: string;
  readonly task: string;
  readonly documents: number;
}

/** An area of the needs. */
export interface AdvisedArea {
  readonly area: Area;
  /** Share of all weights; they sum to 1. */
  readonly weight: number;
  /** Empty: no admissible model was measured in it. */
  readonly benchmarks: readonly AdvisedBenchmark[];
  /** Null where the reference was not measured on all of them. */
  readonly reference: AreaScore | null;
}

/** What one may say in one sentence. */
export type Answer =
  | {
      /** A model of the shortlist is non-inferior in at least one area. */
      readonly kind: 'stand-in';
      readonly model: AdvisedModel;
      readonly standsInFor: readonly Area[];
      readonly fallsShortIn: readonly Area[];
      readonly tooFewSamplesFor: readonly Area[];
      /** Only published figures. */
      readonly publishedOnlyFor: readonly Area[];
      readonly notMeasuredFor: readonly Area[];
      /** Areas in which it does not stand in and another of the shortlist does. */
      readonly others: readonly { readonly area: Area; readonly model: AdvisedModel }[];
    }
  | {
      /** Models were measured against the reference, and none was shown to reach it: the best of them, by area. */
      readonly kind: 'none-shown';
      readonly model: AdvisedModel;
      readonly fallsShortIn: readonly Area[];
      readonly tooFewSamplesFor: readonly Area[];
      readonly publishedOnlyFor: readonly Area[];
      readonly notMeasuredFor: readonly Area[];
    }
  | {
      /** No admissible model was compared with the reference by our own samples. */
      readonly kind: 'not-compared';
      readonly because:
        | 'reference-not-measured'
        | 'candidates-not-measured'
        | 'no-common-setting'
        /** Both were asked in one setting, but never the same documents, or the samples are gone. */
        | 'no-common-documents';
      /** The best by our scores, and the best by published figures; null: there is none. */
      readonly measured: AdvisedModel | null;
      readonly published: AdvisedModel | null;
    }
  | {
      readonly kind: 'nothing-admissible';
      /** Breaks the fewest needs, and among those has the best scores; null: there is no model at all. */
      readonly nearest: LeftOutModel | null;
      /** Models that might be admissible, if facts were known. */
      readonly notKnown: number;
    };

/** The advice for needs. */
export interface Advice {
  readonly version: 1;
  readonly needs: Needs;
  readonly reference: AdvisedModel & { readonly isMeasured: boolean };
  readonly answer: Answer;
  readonly areas: readonly AdvisedArea[];
  /** Of the Pareto front, the best first. */
  readonly shortlist: readonly ShortlistedModel[];
  /** Measured and admissible, and not on the shortlist: dominated, or further down. */
  readonly others: readonly RankedModel[];
  /** Admissible, known by others' figures alone, the best first. Never mixed with what was measured. */
  readonly publishedOnly: readonly PublishedModel[];
  /** Admissible, without any figure beside the reference. */
  readonly withoutFigures: readonly AdvisedFacts[];
  readonly notKnown: readonly LeftOutModel[];
  readonly excluded: readonly LeftOutModel[];
  /** How many models each need excludes; a model that breaks several counts in each. */
  readonly exclusions: readonly { readonly need: NeedName; readonly models: number }[];
  readonly next: readonly NextMeasurement[];
  readonly votes: VoteEvidence;
}
