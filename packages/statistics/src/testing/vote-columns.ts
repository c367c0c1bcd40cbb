import { FIRST_WINS, SECOND_WINS, TIE, type Comparisons } from '../comparisons/comparisons.js';
import { drawBelow } from '../random/draw-below.js';
import type { RandomNumbers } from '../random/xoshiro.js';

/** So many votes of one kind: the first model, how it ended (`>`, `<` or `=`), the second. */
export type VoteRow = readonly [first: number, sign: '>' | '<' | '=', second: number, times: number];

const OUTCOMES = { '>': FIRST_WINS, '<': SECOND_WINS, '=': TIE } as const;

/** The columns of votes. */
export function votesOf(models: number, rows: readonly VoteRow[]): Comparisons {
  const votes = rows.flatMap((row) => Array<VoteRow>(row[3]).fill(row));
  return {
    models,
    first: Int32Array.from(votes, ([first]) => first),
    second: Int32Array.from(votes, ([, , second]) => second),
    outcome: Uint8Array.from(votes, ([, sign]) => OUTCOMES[sign]),
  };
}

/** Votes drawn from Bradley–Terry, pairs uniform; a tie has probability 4·`ties`·p(1 − p). */
export function drawVotes(
  strengths: readonly number[],
  { votes, ties = 0, random }: { votes: number; ties?: number; random: RandomNumbers },
): Comparisons {
  const models = strengths.length;
  const first = new Int32Array(votes);
  const second = new Int32Array(votes);
  const outcome = new Uint8Array(votes);
  for (let vote = 0; vote < votes; vote += 1) {
    const a = drawBelow(random, models);
    const b = (a + 1 + drawBelow(random, models - 1)) % models;
    first[vote] = a;
    second[vote] = b;
    const p = 1 / (1 + Math.exp(strengths[b]! - strengths[a]!));
    const tie = 4 * ties * p * (1 - p);
    const chance = random.uniform();
    outcome[vote] = chance < p - tie / 2 ? FIRST_WINS : chance < p + tie / 2 ? TIE : SECOND_WINS;
  }
  return { models, first, second, outcome };
}
