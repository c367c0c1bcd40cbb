import { FIRST_WINS, SECOND_WINS, seededRandom, TIE, type Comparisons } from '@understudy/statistics';

/** Votes to be made. */
export interface SyntheticVotesOptions {
  readonly models: number;
  readonly votes: number;
  readonly seed: number;
}

const TIE_SHARE = 0.2;
/** Strengths θ spread evenly over this, about 700 points. */
const STRENGTHS = 4;

/** Votes by Bradley–Terry between pairs drawn evenly, a fifth of them ties. The same seed gives the same votes. */
export function syntheticVotes({ models, votes, seed }: SyntheticVotesOptions): Comparisons {
  const random = seededRandom(seed);
  const strengths = Float64Array.from({ length: models }, () => STRENGTHS * random.uniform());
  const first = new Int32Array(votes);
  const second = new Int32Array(votes);
  const outcome = new Uint8Array(votes);
  for (let vote = 0; vote < votes; vote += 1) {
    const a = Math.floor(random.uniform() * models);
    const b = (a + 1 + Math.floor(random.uniform() * (models - 1))) % models;
    const wins = random.uniform() < 1 / (1 + Math.exp(strengths[b]! - strengths[a]!));
    first[vote] = a;
    second[vote] = b;
    outcome[vote] = random.uniform() < TIE_SHARE ? TIE : wins ? FIRST_WINS : SECOND_WINS;
  }
  return { models, first, second, outcome };
}
