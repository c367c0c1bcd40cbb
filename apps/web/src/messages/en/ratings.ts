/** The ratings, what they rest on, and whether one model can stand in for another. */
export const arenaRatings = {
  title: 'Ratings',
  about:
    'Ratings from blind votes, in Elo points. The ranking of record is Bradley–Terry with intervals that allow for repeated questions and annotators.',
  ratings: 'Ratings',
  intervals: 'Ratings with intervals',
  intervalsNote:
    'Dot and line: rating with its 95% interval; the thick part is the interval as if all votes were independent. Cross and dashes: online Elo and its deviation over 200 shuffled orders. Diamond: the rating at equal length or style.',
  intervalsLabel: (count: number) =>
    `Ratings of ${count} models with their intervals, the best first. The table of ratings has the numbers.`,
  axis: 'Rating (Elo points)',
  noVotes: 'No votes match these choices.',
  columns: {
    rank: 'Rank',
    model: 'Model',
    rating: 'Rating',
    controlled: 'Controlled',
    elo: 'Elo ± order',
    votes: 'Votes',
    results: 'W / L / T',
    unacceptable: 'Unacceptable',
    cost: 'Cost / 1,000',
  },
  hints: {
    rank: 'The ranks that pairwise tests with simultaneous control cannot rule out.',
    rating: 'Rating with its 95% interval.',
    controlled: 'The rating at equal length, or equal length and style.',
    elo: 'Online Elo in the order of the votes, and its standard deviation over 200 shuffled orders.',
    results: 'Wins, losses, ties. “Both are bad” counts as a tie here.',
    unacceptable: 'Share of its votes that said both are bad, with its Wilson interval.',
    cost: 'US dollars for 1,000 answers; – means not known, not free.',
  },
  licence: { open: 'open weights', closed: 'closed' },
  facts: (votes: string, models: number) => `${votes} votes, ${models} models`,
  gauge: (gauge: string) => `level: ${gauge}`,
  gaugeWords: { mean: 'mean', initial: 'start' },
  cluster: (cluster: string) => `clustered by ${cluster}`,
  clusterNone: 'not clustered',
  clusterNames: { question_id: 'question', judge: 'annotator' },
  prior:
    'Not all models are connected by votes: half a tie against a phantom opponent was added, so ratings across groups mean little.',
  disconnected: 'Not all models are connected by votes. Ratings compare within a group only.',
  fit: (iterations: number, gradient: string) => `fit: ${iterations} iterations, gradient ${gradient}`,
  notes: {
    'no-votes': 'There are no votes.',
    'few-questions': 'Fewer than ten questions: do not read a ranking into this.',
    'no-answers-to-control': 'No answers are stored for these votes: length and style cannot be controlled for.',
    'identity-leaks-left-out': 'Answers that name their own model were left out.',
  },
  coefficients: 'What length and style are worth',
  coefficientsNote:
    'Change in the log-odds of winning per standard deviation. A regression cannot tell quality from length where they go together: compare both ratings.',
  feature: 'Feature',
  coefficient: 'Coefficient',
  features: { words: 'Length in words', headers: 'Headings', lists: 'Lists', bold: 'Bold' },
  cost: 'Against cost',
  costShow: 'Show',
  costRating: 'Rating',
  costUnacceptable: 'Unacceptable rate',
  costAxis: 'US dollars for 1,000 answers',
  costNone: 'No cost is known for these models.',
  costLabel: (what: string, count: number) =>
    `${what} of ${count} models over their cost. The table of ratings has the numbers.`,
  costLeftOut: (count: number) => `${count} models without a known cost are not shown.`,
  leverage: 'How firm is the first place?',
  leverageAnswer: (removed: number, votes: string, first: string, other: string) =>
    `Without ${removed} of ${votes} votes, ${other} would be first instead of ${first}.`,
  leverageNone: (first: string) => `No small set of votes was found whose removal takes ${first} off the first place.`,
  leverageGap: (gap: string) => `Gap to the second place: ${gap} points.`,
  leverageOf: (annotators: number) => `They were cast by ${annotators} annotators.`,
  leverageAnnotators: (annotators: number, other: string) =>
    `Without all votes of ${annotators} annotators, ${other} would be first.`,
  judgeVotes: 'These are verdicts of a model judge, not of people. Look at its bias beside them.',
  snapshot: 'Keep as a snapshot',
  snapshotTitle: 'Title',
  snapshotKeep: 'Keep',
  snapshotKept: 'Kept.',
};

/** Non-inferiority: can X stand in for Y? */
export const standIn = {
  title: 'Stand-in test',
  about:
    'Can one model stand in for another? Yes, where the lower one-sided bound of its share of wins, with ties as half, lies above one half less the margin.',
  candidate: 'Candidate',
  reference: 'Reference',
  margin: 'Margin',
  confidence: 'Confidence',
  choose: 'Choose',
  same: 'Choose two different models.',
  none: 'Choose the model that is to stand in, and the one that it is to stand in for.',
  verdicts: {
    yes: (candidate: string, reference: string, margin: string) =>
      `${candidate} is not worse than ${reference} by more than ${margin}.`,
    no: (candidate: string, reference: string, margin: string) =>
      `${candidate} is worse than ${reference} by more than ${margin}.`,
    unknown: 'Too few votes to say either.',
  },
  yes: 'can stand in',
  no: 'cannot stand in',
  unknown: 'too few votes',
  overall: 'Over all',
  columns: {
    aspect: 'Aspect',
    share: 'Share of wins',
    lower: 'Lower bound',
    upper: 'Upper bound',
    needed: 'Votes needed',
    votes: 'Votes',
    questions: 'Questions',
    verdict: 'Verdict',
  },
};

/** How many votes it takes. */
export const planning = {
  title: 'Votes needed',
  about: 'How wide will the intervals be? Ask before anyone votes.',
  models: 'Models',
  halfWidth: 'Half-width wanted (points)',
  ties: 'Share of ties',
  inflation: 'Inflation by repeated questions',
  inflationHint: '1: independent votes. Fifty fixed questions: about 1.7.',
  margin: 'Margin of the stand-in test',
  needed: (votes: string, halfWidth: string) => `${votes} votes in all for ± ${halfWidth} points.`,
  standIn: (votes: string, margin: string) => `${votes} votes on one pair for 80% power at margin ${margin}.`,
  table: 'Half-width by votes',
  plotLabel: 'Half-width of the interval over the number of votes. The table has the numbers.',
  columns: { votes: 'Votes', perModel: 'Per model', halfWidth: '± points' },
};
