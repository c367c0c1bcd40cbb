import { createHash } from 'node:crypto';
import { type RandomNumbers, seededRandom } from '@understudy/statistics';
import type { Sample, SampleRequest, SampleResponse } from '@understudy/store';

const WORDS =
  'a man is then the camera shows his hands while she walks along beach with dog and throws red ball into water people watch from side as they begin to play music in large room before another woman starts talking about how clean kitchen floor using only old towel some soap it takes several minutes until everything dry again'.split(
    ' ',
  );
const ENDINGS = 4;
/** One of so many fails, is cut, is a tie. */
const FAILED = 5000;
const CUT = 1000;
const TIE = 2000;
/** Nats that the right ending has ahead on average, by run: both models are better than chance, the second a little more. */
const AHEAD = [2, 2.5] as const;
/** Nats a character, and how much they vary from ending to ending. */
const PER_CHARACTER = 0.55;
const SPREAD = 4;

/** A sample of a task that chooses among four continuations, as long as one of HellaSwag: the same document in both runs, answered by two models. */
export function continuationSample(task: string, docId: number, run: 0 | 1): Sample {
  const random = seededRandom(docId + 1);
  const label = sentence(random, 2);
  const context = `${label}: ${sentence(random, 14)}. ${sentence(random, 16)}`;
  const endings = Array.from({ length: ENDINGS }, () => `${sentence(random, 8 + Math.floor(random.uniform() * 16))}.`);
  const gold = Math.floor(random.uniform() * ENDINGS);
  const answers = seededRandom(2 ** 31 + 2 * docId + run);
  const scores = endings.map((ending, at) => {
    const noise = SPREAD * (answers.uniform() + answers.uniform() - 1);
    return -PER_CHARACTER * ending.length + noise + (at === gold ? AHEAD[run] : 0);
  });
  const isTie = docId % TIE === 1;
  if (isTie) scores[(gold + 1) % ENDINGS] = scores[gold]!;
  const failed = docId % FAILED === 7;
  const best = indexOfLargest(scores);
  const bestByLength = indexOfLargest(scores.map((score, at) => score / endings[at]!.length));
  const doc = JSON.stringify({ ind: docId, activity_label: label, ctx: context, endings, label: String(gold) });
  return {
    task,
    docId,
    failed,
    doc,
    target: String(gold),
    requests: endings.map((ending): SampleRequest => ({ kind: 'loglikelihood', context, continuation: ` ${ending}` })),
    responses: scores.map((logProbability): SampleResponse =>
      failed
        ? { kind: 'error', code: 'engine-crashed', message: 'The engine ended.' }
        : { kind: 'loglikelihood', logProbability, isGreedy: false },
    ),
    outcomes: failed
      ? []
      : [
          {
            filter: 'none',
            metrics: { acc: Number(best === gold), acc_norm: Number(bestByLength === gold) },
            filteredResponses: scores.map((score) => [score, false]),
          },
        ],
    flags: {
      truncatedPrompts: Number(docId % CUT === 5),
      truncatedAnswers: 0,
      noAnswers: 0,
      ties: Number(isTie),
      cachedResponses: 0,
    },
    hashes: { doc: sha256(doc), prompt: sha256(context), target: sha256(String(gold)) },
  };
}

function sentence(random: RandomNumbers, words: number): string {
  return Array.from({ length: words }, () => WORDS[Math.floor(random.uniform() * WORDS.length)]).join(' ');
}

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, at) => (value > values[best]! ? at : best), 0);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
