/** The advice: what people's votes say. */
export const adviseVotes = {
  title: (reference: string) => `Human votes against ${reference}`,
  note: (margin: string, confidence: string) =>
    `What people said who compared two answers without knowing whose they were: a study in a line, never pooled. Share of wins with ties as half and one-sided bounds of ${confidence} confidence each, votes on one question taken together; a model stands in where the lower one lies above one half less ${margin}. No score and no verdict above has a vote in it; verdicts of model judges are not among these.`,
  columns: {
    aspect: 'Aspect',
    winRate: 'Win rate',
    votes: 'Votes',
    needed: 'Votes needed',
    study: 'Study',
  },
  outcomes: { 'non-inferior': 'can stand in', inferior: 'falls short', undecided: 'too few votes' },
  all: 'All',
  fromFile: 'votes from a file',
  calledThere: (version: string) => `as ${version}`,
  agree: (model: string, reference: string, rate: string, votes: string, questions: string) =>
    `Human votes agree: ${model} wins ${rate} of ${votes} against ${reference}, on ${questions} questions, ties as half.`,
  contradict: (model: string, reference: string, rate: string, votes: string, questions: string) =>
    `Human votes do not agree: ${model} wins only ${rate} of ${votes} against ${reference}, on ${questions} questions, ties as half.`,
  standsIn: (model: string, reference: string, rate: string, votes: string, questions: string) =>
    `By human votes ${model} can stand in for ${reference}: it wins ${rate} of ${votes} on ${questions} questions, ties as half.`,
  fallsShort: (model: string, reference: string, rate: string, votes: string, questions: string) =>
    `By human votes ${model} falls short of ${reference}: it wins ${rate} of ${votes} on ${questions} questions, ties as half.`,
  tooFew: (model: string, votes: string, questions: string) =>
    `Human votes on ${model} are too few (${votes} on ${questions} questions).`,
  tooFewWouldDo: (model: string, votes: string, questions: string, needed: string) =>
    `Human votes on ${model} are too few (${votes} on ${questions} questions; about ${needed} in all would do).`,
  divided: (model: string) =>
    `Human votes on ${model} are divided: by one study it can stand in, by another it falls short.`,
  weakSpot: (rate: string, votes: string, study: string) =>
    `Human votes say otherwise: it wins ${rate} of ${votes} (${study})`,
  unknown: (names: string) => `Compared there as well, but neither on a card nor measured here: ${names}`,
  next: (model: string, reference: string, votes: string) =>
    `Human votes, ${model}: nobody has compared its answers with those of ${reference}; about ${votes} votes on the pair.`,
  studies: 'Studies',
};
