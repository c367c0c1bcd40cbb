import { answerOf, api, type AnswerOf } from '../../server/client.js';
import { RequestError } from '../../server/request-error.js';

const assignmentCalls = api.assignments[':id'];
const voteCalls = api.votes[':id'];

/** What comes next: an assignment, or the end. */
export type Next = AnswerOf<typeof api.assignments.next.$post>;
export type Assignment = NonNullable<Next['assignment']>;
export type Cast = AnswerOf<(typeof assignmentCalls)['vote']['$post']>;
export type Reveal = AnswerOf<(typeof voteCalls)['reveal']['$get']>;
export type Outcome = Cast['outcome'];

/** What an annotator says of a pair. */
export interface Ballot {
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly comment: string;
  readonly dwellMs: number;
}

/** Which page made the vote; grows when the page changes in a way that could change votes. */
const UI_VERSION = 'web-1';

/** Asks for the next pair. */
export function nextAssignment(studyId: string): Promise<Next> {
  return answerOf(api.assignments.next.$post({ json: { studyId } }));
}

/** Casts a vote; the same token again gives the vote as it was first cast. */
export function castVote(assignment: Assignment, ballot: Ballot): Promise<Cast> {
  const { outcome, reasons, comment, dwellMs } = ballot;
  const json = {
    token: assignment.token,
    outcome,
    reasons: [...reasons],
    dwellMs: Math.min(86_400_000, Math.round(dwellMs)),
    uiVersion: UI_VERSION,
    ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
  };
  return answerOf(assignmentCalls.vote.$post({ param: { id: assignment.id }, json }));
}

/** Takes a vote back: the same pair again, with a new token. */
export async function undoVote(voteId: string): Promise<Assignment> {
  return (await answerOf(voteCalls.undo.$post({ param: { id: voteId } }))).assignment;
}

/** After the reveal: the vote no longer counts. */
export async function withdrawVote(voteId: string): Promise<void> {
  await voteCalls.withdraw.$post({ param: { id: voteId } });
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Who wrote the answers. `now` gives up the undo. Otherwise the vote has to be final: where the server's clock is behind ours, it says
 * how long to wait, which is done once.
 */
export async function revealVote(voteId: string, now: boolean): Promise<Reveal> {
  const call = () => answerOf(voteCalls.reveal.$get({ param: { id: voteId }, query: now ? { next: '1' } : {} }));
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof RequestError) || error.code !== 'vote-not-final') throw error;
    await wait(Math.min(15_000, error.retryAfterMs ?? 1000) + 50);
    return call();
  }
}

/** Puts a prompt to both models of a free conversation; gives the turn's number, by which its answers stream. */
export async function askBoth(assignment: Assignment, prompt: string): Promise<number> {
  const call = assignmentCalls.turns.$post({ param: { id: assignment.id }, json: { token: assignment.token, prompt } });
  return (await answerOf(call)).turn;
}
