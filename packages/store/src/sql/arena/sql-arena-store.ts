import type { Kysely, Transaction } from 'kysely';
import type { AccessKey, Annotator, AuditEntry, Session } from '../../arena/access.js';
import type {
  ArenaStore,
  Candidate,
  CastVoteRequest,
  GivenAssignment,
  ImportedVote,
  NextItemRequest,
  VoteFilter,
} from '../../arena/arena-store.js';
import type { Judge, Judgement } from '../../arena/judgement.js';
import type { ModelVersion } from '../../arena/model-version.js';
import type { Answer, Question, QuestionSet } from '../../arena/question.js';
import type { Snapshot } from '../../arena/snapshot.js';
import type { Study, StudyItem } from '../../arena/study.js';
import type { Assignment, ConversationTurn, CountedVote, Vote, VoteEvent } from '../../arena/vote.js';
import type { OpenedDatabase } from '../opened-database.js';
import type { Tables } from '../tables.js';
import * as access from './access-table.js';
import * as annotators from './annotator-table.js';
import * as answers from './answer-table.js';
import * as assignments from './assignment-table.js';
import * as audit from './audit-table.js';
import { castVote } from './cast-vote.js';
import { importVotes } from './import-votes.js';
import { selectProgress } from './item-progress.js';
import * as items from './item-table.js';
import * as judges from './judge-table.js';
import * as models from './model-table.js';
import { nextItem } from './next-item.js';
import { PlanCache } from './plan-cache.js';
import * as questions from './question-table.js';
import type { Reissue } from './reissue.js';
import * as snapshots from './snapshot-table.js';
import * as studies from './study-table.js';
import { addVoteEvent, getVote } from './vote-events.js';
import { voteStamp } from './vote-stamp.js';
import { countVotes, selectVotes } from './vote-table.js';

/** An arena in an SQL database, through Kysely. Each method calls the function of its table; what they do is said there. */
export class SqlArenaStore implements ArenaStore {
  readonly location: string;
  readonly #database: OpenedDatabase;
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;
  readonly #plans = new PlanCache();

  constructor(database: OpenedDatabase, now: () => number) {
    this.location = database.location;
    this.#database = database;
    this.#db = database.db;
    this.#now = now;
  }

  putModels(versions: readonly ModelVersion[]): Promise<void> {
    return this.#write((transaction) => models.putModels(transaction, versions));
  }

  listModels(): Promise<readonly ModelVersion[]> {
    return this.#read((db) => models.listModels(db));
  }

  putQuestionSet(set: QuestionSet, list: readonly Question[]): Promise<void> {
    return this.#write((transaction) => questions.putQuestionSet(transaction, set, list));
  }

  listQuestionSets(): Promise<readonly (QuestionSet & { readonly questions: number })[]> {
    return this.#read((db) => questions.listQuestionSets(db));
  }

  questions(setId: string): Promise<readonly Question[]> {
    return this.#read((db) => questions.selectQuestions(db, setId));
  }

  question(id: string): Promise<Question | undefined> {
    return this.#read((db) => questions.selectQuestion(db, id));
  }

  putAnswers(list: readonly Answer[]): Promise<void> {
    return this.#write((transaction) => answers.putAnswers(transaction, list));
  }

  answers(filter: Parameters<ArenaStore['answers']>[0]): AsyncIterable<Answer> {
    return this.#stream(answers.selectAnswers(this.#db, filter));
  }

  answer(id: string): Promise<Answer | undefined> {
    return this.#read((db) => answers.selectAnswer(db, id));
  }

  createStudy(study: Study): Promise<void> {
    return this.#write((transaction) => studies.createStudy(transaction, study));
  }

  getStudy(id: string): Promise<Study> {
    return this.#read((db) => studies.getStudy(db, id));
  }

  listStudies(): Promise<readonly Study[]> {
    return this.#read((db) => studies.listStudies(db));
  }

  openStudy(studyId: string, plan: readonly StudyItem[], at: number): Promise<void> {
    return this.#write((transaction) => items.openStudy(transaction, { studyId, items: plan, at }));
  }

  closeStudy(studyId: string, at: number): Promise<void> {
    return this.#write((transaction) => studies.closeStudy(transaction, studyId, at));
  }

  studyItems(studyId: string): Promise<readonly Candidate[]> {
    return this.#write((transaction) => selectProgress(transaction, this.#plans, { studyId, now: this.#now() }));
  }

  putAnnotator(annotator: Annotator): Promise<void> {
    return this.#write((transaction) => annotators.putAnnotator(transaction, annotator));
  }

  getAnnotator(id: string): Promise<Annotator | undefined> {
    return this.#read((db) => annotators.selectAnnotator(db, id));
  }

  listAnnotators(): Promise<readonly Annotator[]> {
    return this.#read((db) => annotators.listAnnotators(db));
  }

  nextItem(request: NextItemRequest): Promise<GivenAssignment | undefined> {
    return this.#write((transaction) => nextItem(transaction, this.#plans, request));
  }

  issueFree(assignment: Assignment, tokenHash: string): Promise<void> {
    return this.#write((transaction) => assignments.issueFree(transaction, assignment, tokenHash));
  }

  getAssignment(id: string): Promise<GivenAssignment | undefined> {
    return this.#read((db) => assignments.getAssignment(db, id));
  }

  appendTurn(turn: ConversationTurn): Promise<void> {
    return this.#write((transaction) => assignments.appendTurn(transaction, turn));
  }

  turns(assignmentId: string): Promise<readonly ConversationTurn[]> {
    return this.#read((db) => assignments.selectTurns(db, assignmentId));
  }

  castVote(request: CastVoteRequest): Promise<{ readonly vote: Vote; readonly repeated: boolean }> {
    return this.#write((transaction) => castVote(transaction, request));
  }

  getVote(id: string): ReturnType<ArenaStore['getVote']> {
    return this.#read((db) => getVote(db, id));
  }

  addVoteEvent(event: VoteEvent, again?: Reissue): Promise<void> {
    return this.#write((transaction) => addVoteEvent(transaction, event, again));
  }

  voteStamp(): Promise<string> {
    return this.#read((db) => voteStamp(db));
  }

  countVotes(studyId: string): Promise<number> {
    return this.#read((db) => countVotes(db, studyId));
  }

  votes(filter: VoteFilter = {}): AsyncIterable<CountedVote> {
    return this.#stream(selectVotes(this.#db, filter));
  }

  importVotes(studyId: string, votes: readonly ImportedVote[]): Promise<void> {
    return this.#write((transaction) => importVotes(transaction, studyId, votes));
  }

  putJudge(judge: Judge): Promise<void> {
    return this.#write((transaction) => judges.putJudge(transaction, judge));
  }

  listJudges(): Promise<readonly Judge[]> {
    return this.#read((db) => judges.listJudges(db));
  }

  appendJudgements(judgements: readonly Judgement[]): Promise<void> {
    return this.#write((transaction) => judges.appendJudgements(transaction, judgements));
  }

  judgements(filter: Parameters<ArenaStore['judgements']>[0] = {}): AsyncIterable<Judgement> {
    return this.#stream(judges.selectJudgements(this.#db, filter));
  }

  createSnapshot(snapshot: Snapshot): Promise<void> {
    return this.#write((transaction) => snapshots.createSnapshot(transaction, snapshot));
  }

  getSnapshot(id: string): Promise<Snapshot | undefined> {
    return this.#read((db) => snapshots.getSnapshot(db, id));
  }

  listSnapshots(): Promise<readonly Omit<Snapshot, 'table'>[]> {
    return this.#read((db) => snapshots.listSnapshots(db));
  }

  createKey(key: AccessKey): Promise<void> {
    return this.#write((transaction) => access.createKey(transaction, key));
  }

  findKey(hash: string): Promise<AccessKey | undefined> {
    return this.#read((db) => access.findKey(db, hash));
  }

  listKeys(): Promise<readonly AccessKey[]> {
    return this.#read((db) => access.listKeys(db));
  }

  revokeKey(id: string, at: number): Promise<void> {
    return this.#write((transaction) => access.revokeKey(transaction, id, at));
  }

  createSession(session: Session): Promise<void> {
    return this.#write((transaction) => access.createSession(transaction, session));
  }

  findSession(hash: string, now: number): Promise<Session | undefined> {
    return this.#read((db) => access.findSession(db, hash, now));
  }

  deleteSession(hash: string): Promise<void> {
    return this.#write((transaction) => access.deleteSession(transaction, hash));
  }

  appendAudit(entry: Omit<AuditEntry, 'seq'>): Promise<void> {
    return this.#write((transaction) => audit.appendAudit(transaction, entry));
  }

  audit(options: { readonly limit: number; readonly before?: number }): Promise<readonly AuditEntry[]> {
    return this.#read((db) => audit.selectAudit(db, options));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#db.destroy();
  }

  async #read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    try {
      return await work(this.#db);
    } catch (error) {
      throw this.#database.translateError(error);
    }
  }

  #write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.#read(() => this.#database.transact(work));
  }

  async *#stream<T>(rows: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
    try {
      yield* rows;
    } catch (error) {
      throw this.#database.translateError(error);
    }
  }
}
