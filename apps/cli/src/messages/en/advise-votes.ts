import type { AdviseVoteTexts } from '../advise-vote-texts.js';

/** What `advise` prints about people's votes. */
export const adviseVotes: AdviseVoteTexts = {
  heading: (reference, margin, confidence) =>
    `Human votes against ${reference} (win rate with ties as half, margin ${margin}, one-sided confidence ${confidence}; in no score or verdict above)`,
  columns: { aspect: 'aspect', winRate: 'win rate', votes: 'votes', needed: 'votes needed', study: 'study' },
  outcomes: { 'non-inferior': 'can stand in', inferior: 'falls short', undecided: 'too few votes' },
  allAspects: 'all',
  fromFile: 'from a file',
  calledThere: (model, version) => `${model}, as ${version}`,
  agree: (model, reference, rate, votes, questions) =>
    `Human votes agree: ${model} wins ${rate} of ${votes} against ${reference}, on ${questions} questions, ties as half.`,
  contradict: (model, reference, rate, votes, questions) =>
    `Human votes do not agree: ${model} wins only ${rate} of ${votes} against ${reference}, on ${questions} questions, ties as half.`,
  standsIn: (model, reference, rate, votes, questions) =>
    `By human votes ${model} can stand in for ${reference}: it wins ${rate} of ${votes} on ${questions} questions, ties as half.`,
  fallsShort: (model, reference, rate, votes, questions) =>
    `By human votes ${model} falls short of ${reference}: it wins ${rate} of ${votes} on ${questions} questions, ties as half.`,
  tooFew: (model, votes, questions) => `Human votes on ${model} are too few (${votes} on ${questions} questions).`,
  tooFewWouldDo: (model, votes, questions, needed) =>
    `Human votes on ${model} are too few (${votes} on ${questions} questions; about ${needed} in all would do).`,
  divided: (model) => `Human votes on ${model} are divided: by one study it can stand in, by another it falls short.`,
  weakSpot: (rate, votes, study) => `human votes say otherwise: it wins ${rate} of ${votes} (study ${study})`,
  unknown: (names) => `Compared there as well, but neither on a card nor measured here: ${names}`,
  next: (model, reference, votes) =>
    `human votes, ${model}: nobody has compared its answers with those of ${reference}; about ${votes} votes on the pair (or the page Studies of \`understudy serve\`)`,
};
