import { turnOutcome, type Answer, type CountedVote, type Judgement } from '@understudy/store';
import { withTurns } from '../../results/with-turns.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

/** Votes shown, the newest first. */
const LISTED = 500;

/** One pair's history; only admins read annotators' pseudonyms. */
export function pairsApi({ store }: Services) {
  return newApi().openapi(routes.getPair, async (c) => {
    const { study: studyId, first, second, question: questionId } = c.req.valid('query');
    const isPair = (a: string, b: string): boolean => (a === first && b === second) || (a === second && b === first);
    const votes: CountedVote[] = [];
    for await (const vote of withTurns(store.votes({ studyId, questionId, withInvalid: true }))) {
      if (isPair(vote.firstVersionId, vote.secondVersionId)) votes.push(vote);
    }
    const question = questionId === undefined ? undefined : await store.question(questionId);
    const answers: Answer[] = [];
    if (questionId !== undefined) {
      for await (const answer of store.answers({ questionId })) {
        if (answer.versionId === first || answer.versionId === second) answers.push(answer);
      }
    }
    const names = new Map(
      c.get('caller').role === 'admin'
        ? (await store.listAnnotators()).map(({ id, pseudonym }) => [id, pseudonym])
        : [],
    );
    const versions = new Map(answers.map(({ id, versionId }) => [id, versionId]));
    const verdicts: Judgement[] = [];
    if (question !== undefined) {
      for await (const judgement of withTurns(store.judgements({ setId: question.setId }))) {
        const about = [versions.get(judgement.firstAnswerId), versions.get(judgement.secondAnswerId ?? '')];
        const [one, other] = about;
        if (one !== undefined && (judgement.secondAnswerId === null || (other !== undefined && isPair(one, other)))) {
          verdicts.push(judgement);
        }
      }
    }
    return c.json(
      {
        first,
        second,
        question: question ?? null,
        answers,
        votes: votes
          .slice(-LISTED)
          .toReversed()
          .map((vote) => ({
            ...vote,
            annotator: names.get(vote.annotatorId) ?? vote.annotatorId,
            outcome: turnOutcome(vote.outcome, vote.firstVersionId !== first),
            swapped: vote.swapped !== (vote.firstVersionId !== first),
          })),
        verdicts: verdicts.map(({ judgeId, questionId: about, turn, state, verdict, firstAnswerId, raw }) => ({
          judgeId,
          questionId: about,
          turn,
          state,
          verdict,
          firstVersionId: versions.get(firstAnswerId) ?? '',
          raw,
        })),
      },
      200,
    );
  });
}
