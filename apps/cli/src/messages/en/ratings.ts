/** What `ratings` prints. */
export const ratings = {
  separator: ', ',
  and: ' and ',
  votes: (votes: string, models: number) => `${votes} ${votes === '1' ? 'vote' : 'votes'} on ${models} models`,
  method: { 'bradley-terry': 'Bradley–Terry', elo: 'online Elo', davidson: 'Davidson' },
  ties: { half: 'a tie is half a win', drop: 'ties left out' },
  tiesEstimated: 'ties estimated',
  elo: (k: number, order: string) => `K = ${k}, votes ${order}`,
  order: { file: 'in the order of the file', time: 'in the order of their time' },
  gaugeMean: (rating: number) => `mean ${rating}`,
  gaugeAnchor: (model: string, rating: number) => `${model} = ${rating}`,
  gaugeInitial: (rating: number) => `from ${rating}`,
  computing: (votes: string) => `rating ${votes} votes`,
  group: (column: string, value: string | undefined) => `${column}: ${value ?? '(none)'}`,
  columns: {
    rank: 'rank',
    model: 'model',
    rating: 'rating',
    standardError: 'stderr',
    interval: '95% interval',
    votes: 'votes',
    wins: 'wins',
    losses: 'losses',
    ties: 'ties',
    bothBad: 'both bad',
    inconsistent: 'inconsistent',
  },
  cluster: (column: string, count: string) => `${column} (${count})`,
  clustered: (ways: string) => `votes clustered by ${ways}`,
  independent: 'votes taken as independent',
  sandwich: (degreesOfFreedom: number) =>
    Number.isFinite(degreesOfFreedom)
      ? `sandwich, Student's t with ${degreesOfFreedom} degrees of freedom`
      : 'sandwich',
  bootstrap: (rounds: string, seed: number) => `${rounds} bootstrap rounds, seed ${seed}`,
  intervals: {
    votes: (percent: string, of: Record<'source' | 'dependence' | 'gauge' | 'rank', string>) =>
      `${percent} intervals of the difference to ${of.gauge}: ${of.source}; ${of.dependence}. ${of.rank}`,
    order: (percent: string, rounds: string, seed: number) =>
      `Spread and ${percent} range over ${rounds} random orders of the same votes (seed ${seed}): order alone, not how many votes there are.`,
  },
  ranks: {
    simultaneous: 'A rank is the range that the votes allow.',
    overlap:
      'A rank counts the models whose whole interval lies above or below; it holds for no two models with a known confidence.',
    bootstrap: 'A rank is where the model lands in most rounds of the bootstrap, each model by itself.',
  },
  anchored: (model: string) => `${model} is the anchor: it has no interval of its own.`,
  bothDrawn:
    'Drawn by both ways of clustering at once: such intervals are rather too wide than too narrow; --cluster draws by one.',
  repair: {
    eigenvalues:
      'The two ways of clustering together gave some negative variances: what they add to votes clustered by both at once was set to 0 where negative.',
  },
  notConnected: (groups: number, ties: number) =>
    `Not connected: some of ${groups} groups of models won all votes against others, so votes alone set no finite distance. Each model was given ${ties} of a tie against a phantom model; distances between groups rest on that.`,
  notConnectedDrawn:
    'The bootstrap does not vary those distances: its intervals are too narrow where they matter; those of the sandwich (--bootstrap 0) are not.',
  notConnectedElo:
    'Not connected: some models won all votes against others, so their distance only grows with the number of votes.',
  notConverged: 'The fit did not converge: do not rely on these ratings.',
  tieKinds: (bothBad: string, inconsistent: string) =>
    `Of the ties, ${bothBad} were both bad and ${inconsistent} inconsistent.`,
  notBlind: (count: string) => `Left out: ${count} votes with the names shown (anony is false).`,
  noVerdict: (count: string) => `Left out: ${count} without a verdict.`,
  sameModel: (count: string) => `Left out: ${count} of a model against itself.`,
};

/** What `agreement` prints. */
export const agreement = {
  heading: (count: string, sides: string) => `${count} ${count === '1' ? 'pair' : 'pairs'} of votes, ${sides}`,
  within: (file: string) => `among the judges of ${file}`,
  between: (files: string) => `between ${files}`,
  against: ' and ',
  file: (name: string, votes: string, judges: number) =>
    `${name} (${votes} ${votes === '1' ? 'vote' : 'votes'}, ${judges} ${judges === 1 ? 'judge' : 'judges'})`,
  fileVotes: (name: string, votes: string) => `${name} (${votes} ${votes === '1' ? 'vote' : 'votes'})`,
  columns: { measure: 'measure', value: 'value', interval: '95% interval', count: 'n' },
  measures: {
    exact: 'exact',
    tieDiscounted: 'tie-discounted (1, ½, 0)',
    nonTie: 'non-tie',
    cohen: "Cohen's kappa",
    fleiss: "Fleiss' kappa",
    alpha: "Krippendorff's alpha",
  },
  units: { pairs: 'pairs', items: 'items', labels: 'labels' },
  intervals: (rounds: string, questions: string, seed: number) =>
    `95% intervals: ${rounds} bootstrap rounds over ${questions} questions, seed ${seed}.`,
  repeated: (count: string) =>
    `${count} ${count === '1' ? 'vote' : 'votes'} of a judge who had voted on the same before left out.`,
  nothing: 'Nothing to compare.',
  tieRates: (rates: string) => `Ties said: ${rates}.`,
  tieRate: (judge: string, rate: string, count: string) => `${judge} ${rate} of ${count}`,
  comma: ', ',
  more: (count: number) => `; ${count} more judges with --json`,
};
