import { createHash } from 'node:crypto';
import type { CacheEntry, Sample, SampleRequest, SampleResponse } from '@understudy/store';

const CHOICES = ['A', 'B', 'C', 'D'] as const;
/** As long as a multiple-choice question without examples. */
const QUESTION = 'Which of the following statements follows from the text above, and from nothing else in it? '.repeat(
  3,
);

/** A multiple-choice sample of document `docId` with its responses, as a run would store it. */
export function syntheticSample(
  task: string,
  docId: number,
): { readonly sample: Sample; readonly responses: readonly CacheEntry[] } {
  const context = `${docId}. ${QUESTION}\nA. one\nB. two\nC. three\nD. four\nAnswer:`;
  const answers = CHOICES.map((choice, at) => ({
    continuation: ` ${choice}`,
    logProbability: -1 - ((docId + at) % 4),
  }));
  const best = (4 - (docId % 4)) % 4;
  const gold = Math.floor(docId / 4) % 4;
  const sample: Sample = {
    task,
    docId,
    failed: false,
    doc: JSON.stringify({ question: `${docId}. ${QUESTION}`, choices: ['one', 'two', 'three', 'four'], answer: gold }),
    target: String(gold),
    requests: answers.map(({ continuation }): SampleRequest => ({ kind: 'loglikelihood', context, continuation })),
    responses: answers.map(({ logProbability }, at): SampleResponse => ({
      kind: 'loglikelihood',
      logProbability,
      isGreedy: at === best,
    })),
    outcomes: [
      {
        filter: 'none',
        metrics: { acc: Number(best === gold), acc_norm: Number(best === gold) },
        filteredResponses: answers.map(({ logProbability }, at) => [logProbability, at === best]),
      },
    ],
    flags: { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 },
    hashes: { doc: sha256(`doc ${docId}`), prompt: sha256(context), target: sha256(String(gold)) },
  };
  const responses = answers.map(({ continuation, logProbability }, at): CacheEntry => ({
    key: sha256(`${task} ${docId}${continuation}`),
    response: { kind: 'score', logProbability, isGreedy: at === best, promptTokens: 90 },
  }));
  return { sample, responses };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
