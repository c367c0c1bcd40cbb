/** What the `judge` commands print. */
export const judge = {
  progress: (of: { readonly done: string; readonly total: string; readonly left: string }) =>
    `judged ${of.done} / ${of.total}${of.left}`,
  failures: (unparsed: string, refused: string, failed: string) =>
    `, unparsed ${unparsed}, refused ${refused}, failed ${failed}`,
  spent: (cost: string) => `, ${cost} USD`,
  opened: (id: string, form: string) => `judge ${id}, verdicts as ${form}`,
  stopped: 'Stopped. What was judged is stored; the same command goes on from there.',
  plan: (games: string, questions: string, models: string) =>
    `${games} judgements of ${models} models on ${questions} questions`,
  planLeft: (stored: string, left: string) => `${stored} stored already, ${left} to be made`,
  planTokens: (tokens: string) => `about ${tokens} tokens to read (four characters a token)`,
  planCost: (cost: string, per1000: string) => `at the most about ${cost} USD, ${per1000} USD a thousand`,
  planNoPrice: 'The price is not known; give --price-input and --price-output.',
  heading: (id: string, mode: string, questions: string) => `${id}: ${mode}, ${questions} questions`,
  mode: { pairwise: 'pairs in both orders', single: 'ratings from 1 to 10', baseline: 'against a baseline' },
  baseline: (model: string) => `Baseline: ${model}.`,
  columns: {
    rank: 'rank',
    model: 'model',
    rating: 'rating',
    interval: '95% interval',
    winRate: 'win rate',
    lengthControlled: 'length-controlled',
    weighted: 'strong ×3',
    score: 'score',
    wins: 'wins',
    losses: 'losses',
    ties: 'ties',
    inconsistent: 'inconsistent',
    incomplete: 'incomplete',
    unrated: 'no rating',
    turn: (turn: string) => `turn ${turn}`,
  },
  aspects: 'By aspect (with ratings of fewer than 10 questions in brackets):',
  insufficient: 'Fewer than 10 questions: too few to rank by.',
  notConnected:
    'Some models won or lost everything against others, so their ratings rest on a prior; go by the win rates.',
  nothing: 'No pair has a verdict in both orders yet.',
  rule: 'Both orders for one model: a win; otherwise a tie, and inconsistent where the orders disagree. Intervals are clustered by question.',
  bias: {
    heading: 'How far to trust it:',
    states: (of: {
      readonly total: string;
      readonly ok: string;
      readonly unparsed: string;
      readonly refused: string;
      readonly error: string;
    }) =>
      `${of.total} judgements: ${of.ok} with a verdict, ${of.unparsed} unparsed, ${of.refused} refused, ${of.error} failed`,
    tokens: (read: string, written: string) => `${read} tokens read, ${written} written`,
    cost: (cost: string, per1000: string) => `cost ${cost} USD, ${per1000} USD per 1,000 judgements`,
    noCost: 'cost not known',
    first: (share: string) => `first place preferred: ${share}`,
    inconsistent: (share: string) => `verdicts that change with the order: ${share}`,
    twice: (first: string, second: string, p: string) =>
      `of these, ${first} twice the first place, ${second} twice the second (p = ${p})`,
    longer: (share: string) => `longer answer preferred: ${share}`,
    coefficient: (value: string) => `length coefficient, strengths held fixed: ${value}`,
    swapped: (exact: string, kappa: string) => `agrees with itself swapped: ${exact}, kappa ${kappa}`,
    humans: (exact: string, nonTie: string) => `agrees with people: ${exact}; where neither says tie ${nonTie}`,
    self: (model: string, share: string) => `${model} is the judge itself: it wins ${share} by its own verdicts`,
    selfHumans: (share: string) => `, ${share} by people's`,
    degenerate: (model: string, share: string, sample: string) =>
      `WARNING: ${share} of the answers of ${model} are the same text ("${sample}"): its place says nothing`,
    steering: (model: string, count: string) =>
      `WARNING: ${count} answers of ${model} imitate a verdict or the judge's markers; look at them`,
  },
  ls: {
    id: 'judge',
    mode: 'mode',
    prompt: 'prompt',
    spec: 'model',
    judgements: 'judgements',
    made: 'made',
    none: "There are no judges yet. 'understudy judge run' makes one.",
  },
  unknown: (name: string) => `There is no judge ${name}.`,
  ambiguous: (name: string, ids: string) => `Several judges begin with ${name}: ${ids}.`,
  lsHint: "'understudy judge ls' lists them.",
  imported: (of: { readonly judgements: string; readonly questions: string; readonly judges: string }) =>
    `imported ${of.judgements} judgements on ${of.questions} questions by ${of.judges}`,
  noAnswers: (set: string) => `There are no answers to the questions of ${set}.`,
  noAnswersHint: 'Give files of answers: --answers FILE …',
  promptMode: (prompt: string, mode: string, wanted: string) =>
    `The prompt ${prompt} is for the mode ${mode}, not ${wanted}.`,
  noQuestions: (name: string) => `There is neither a question set ${name} nor such a file.`,
};
