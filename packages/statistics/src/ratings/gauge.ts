import { ELO_POINTS, MEAN_RATING } from './elo-scale.js';

/**
 * What the ratings are measured from. Votes only tell differences; an interval of a rating is one of its difference to the gauge: the mean of
 * all rated models, or a model whose rating is given (its own interval is 0).
 */
export type Gauge =
  | { readonly kind: 'mean'; readonly rating: number }
  | { readonly kind: 'anchor'; readonly model: number; readonly rating: number };

/** A model whose rating is given. */
export interface Anchor {
  readonly model: number;
  readonly rating: number;
}

/** The gauge of an anchor, or the mean of 1000. */
export function gaugeOf(anchor: Anchor | undefined): Gauge {
  return anchor === undefined ? { kind: 'mean', rating: MEAN_RATING } : { kind: 'anchor', ...anchor };
}

/**
 * What to add to θ·`ELO_POINTS` to make it a rating. `parameters` begin with θ by place; `model` is the model of each place.
 */
export function gaugeShift(parameters: Float64Array, model: Int32Array, gauge: Gauge): number {
  let zero = 0;
  if (gauge.kind === 'anchor') zero = parameters[model.indexOf(gauge.model)]!;
  else for (let place = 0; place < model.length; place += 1) zero += parameters[place]! / model.length;
  return gauge.rating - zero * ELO_POINTS;
}
