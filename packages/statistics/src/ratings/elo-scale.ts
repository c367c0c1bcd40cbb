/** Points of the Elo scale for a unit of θ, where P(a beats b) = 1/(1 + e^(θ_b − θ_a)): 400 points are odds of ten to one. */
export const ELO_POINTS = 400 / Math.LN10;

/** Mean of the ratings where no anchor is given. */
export const MEAN_RATING = 1000;
