import { maskIdentity } from '@understudy/arena';
import { BugError } from '@understudy/core';
import type { Assignment, GivenAssignment, StudyItem } from '@understudy/store';
import type { Services } from '../../services.js';
import type { AssignmentBody } from './schema.js';
import { toSides } from './sides.js';
import { UNDO_SECONDS } from './undo-window.js';

type Shown = Pick<AssignmentBody, 'question' | 'answers' | 'prompts' | 'kind' | 'mode'>;

/** Texts of a model as they are shown: without its names. */
async function masked(turns: readonly string[], versionId: string, { models }: Services): Promise<readonly string[]> {
  const names = await models.namesOf(versionId);
  return turns.map((turn) => maskIdentity(turn, names));
}

async function shownItem(item: StudyItem, assignment: Assignment, services: Services): Promise<Shown> {
  const { store } = services;
  const { firstVersionId, secondVersionId, swapped } = assignment;
  const [question, first, second] = await Promise.all([
    store.question(item.questionId),
    store.answer(item.firstAnswerId),
    store.answer(item.secondAnswerId),
  ]);
  if (question === undefined || first === undefined || second === undefined) {
    throw new BugError({
      code: 'item-incomplete',
      message: `Item ${item.number} of ${item.studyId} lacks its question or an answer.`,
      values: { studyId: item.studyId, number: item.number },
    });
  }
  const { aspect, language, turns } = question;
  return {
    mode: 'study',
    // A gold item must not be told from any other.
    kind: item.kind === 'training' ? 'training' : 'vote',
    question: { aspect, language, turns },
    answers: toSides({
      swapped,
      first: await masked(first.turns, firstVersionId, services),
      second: await masked(second.turns, secondVersionId, services),
    }),
    prompts: [],
  };
}

async function shownConversation(assignment: Assignment, services: Services): Promise<Shown> {
  const { id, firstVersionId, secondVersionId, swapped } = assignment;
  const turns = await services.store.turns(id);
  const first = turns.map((turn) => turn.first);
  const second = turns.map((turn) => turn.second);
  const answers = toSides({
    swapped,
    first: await masked(first, firstVersionId, services),
    second: await masked(second, secondVersionId, services),
  });
  return {
    mode: 'free',
    kind: 'vote',
    question: null,
    answers: turns.length === 0 ? null : answers,
    prompts: turns.map(({ prompt }) => prompt),
  };
}

/** What the annotator's browser gets of an assignment: two texts and a token, and nothing that tells whose they are. */
export async function assignmentBody(
  { assignment, item }: Pick<GivenAssignment, 'assignment' | 'item'>,
  token: string,
  services: Services,
): Promise<AssignmentBody> {
  const { id, studyId, expiresAt } = assignment;
  const shown =
    item === null ? await shownConversation(assignment, services) : await shownItem(item, assignment, services);
  return { id, token, studyId, expiresAt, undoSeconds: UNDO_SECONDS, ...shown };
}
