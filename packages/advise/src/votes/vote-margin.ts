/**
 * How far below ½ a win rate may lie for a model to stand in: 35 Elo points, what the stand-in test of the arena has where nobody says
 * otherwise. The needs' margin is in shares of right answers, which are another scale.
 */
export const VOTE_MARGIN = 0.05;
