import { ELO_POINTS } from '../ratings/elo-scale.js';
import { DEFAULT_CONFIDENCE } from '../interval.js';
import { normalQuantile } from '../normal-quantile.js';

/** A study of models whose pairs are all voted on equally often. */
export interface RatingPlan {
  /** At least 2. */
  readonly models: number;
  /** Share of ties over all votes; 0.2 by default. */
  readonly tieRate?: number | undefined;
  /** Supposed standard deviation of the models' ratings in Elo points, 100 by default: the further apart, the less a vote tells. */
  readonly spread?: number | undefined;
  /** Factor on the standard error for clustering, 1 by default; see `QUESTION_INFLATION`. */
  readonly inflation?: number | undefined;
  /** 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** The votes of a plan. */
export interface PlannedVotes {
  readonly votes: number;
  readonly perModel: number;
  readonly perPair: number;
}

/**
 * Half-width, in Elo points, of a rating's interval after so many votes: a mean over the models, whose mean is the gauge. In the balanced
 * design the sandwich H⁺BH⁺ of Bradley–Terry with half-win ties is about 2(M − 1)²/(M·votes) · (w − ¼ties)/(4w²), where w is the mean of
 * p(1 − p) over pairs; exact for models of equal strength. NaN where there cannot be so many ties.
 */
export function ratingHalfWidth(plan: RatingPlan, votes: number): number {
  return Math.sqrt(varianceOfOneVote(plan) / votes) * halfWidthOfUnit(plan);
}

/** Votes needed for a wanted half-width in Elo points: `ratingHalfWidth` the other way round. Each pair gets the same, rounded up. */
export function votesForHalfWidth(plan: RatingPlan, halfWidth: number): PlannedVotes {
  const pairs = (plan.models * (plan.models - 1)) / 2;
  const votes = varianceOfOneVote(plan) * (halfWidthOfUnit(plan) / halfWidth) ** 2;
  const perPair = Math.ceil(votes / pairs);
  return { votes: perPair * pairs, perModel: perPair * (plan.models - 1), perPair };
}

function halfWidthOfUnit({ inflation = 1, confidence = DEFAULT_CONFIDENCE }: RatingPlan): number {
  return inflation * normalQuantile(confidence) * ELO_POINTS;
}

/** Variance of θ times the number of votes. */
function varianceOfOneVote({ models, tieRate = 0.2, spread = 100 }: RatingPlan): number {
  const information = meanInformation(models, spread / ELO_POINTS);
  const meat = information - tieRate / 4;
  return meat > 0 ? ((2 * (models - 1) ** 2) / models) * (meat / (4 * information ** 2)) : Number.NaN;
}

/** Mean of p(1 − p) over pairs of models whose strengths are normal scores with standard deviation `spread`. */
function meanInformation(models: number, spread: number): number {
  const scores = Array.from({ length: models }, (_, place) => normalScore((place + 0.5) / models));
  const scale = spread / Math.sqrt(scores.reduce((sum, score) => sum + score ** 2, 0) / models);
  let sum = 0;
  for (const [place, score] of scores.entries()) {
    for (const other of scores.slice(place + 1)) {
      const p = 1 / (1 + Math.exp(scale * (score - other)));
      sum += p * (1 - p);
    }
  }
  return sum / ((models * (models - 1)) / 2);
}

function normalScore(probability: number): number {
  return Math.sign(probability - 0.5) * normalQuantile(Math.abs(2 * probability - 1));
}
