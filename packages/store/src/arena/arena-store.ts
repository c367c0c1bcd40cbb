import type { AccessKey, Annotator, AuditEntry, Session } from './access.js';
import type { Judge, Judgement } from './judgement.js';
import type { ModelVersion } from './model-version.js';
import type { Answer, Question, QuestionSet } from './question.js';
import type { Snapshot } from './snapshot.js';
import type { Outcome, Study, StudyItem } from './study.js';
import type { Assignment, ConversationTurn, CountedVote, Vote, VoteEvent } from './vote.js';

/** An item that an annotator could be given next. */
export interface Candidate {
  readonly item: StudyItem;
  /** Valid votes, skips apart. */
  readonly votes: number;
  /** Assignments that are neither voted on nor expired. */
  readonly outstanding: number;
}

/** Asks for an annotator's next item of a planned study. */
export interface NextItemRequest {
  readonly studyId: string;
  readonly annotatorId: string;
  readonly assignmentId: string;
  /** SHA-256 of the single-use token, lower-case hexadecimal. */
  readonly tokenHash: string;
  readonly now: number;
  readonly expiresAt: number;
  /**
   * Chooses among the items that the annotator has not had yet and that still lack votes, and draws the sides. Called inside of the
   * transaction: pure and fast. Undefined: nothing to do.
   */
  readonly choose: (
    candidates: readonly Candidate[],
    done: number,
  ) => { readonly item: StudyItem; readonly swapped: boolean } | undefined;
}

/** An assignment as it was given, with its item. */
export interface GivenAssignment {
  readonly assignment: Assignment;
  readonly item: StudyItem | null;
  /** It was neither voted on nor, having expired, given again; it may have expired. */
  readonly isOpen: boolean;
}

/** A vote with its single-use token. */
export interface CastVoteRequest {
  readonly voteId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
  readonly tokenHash: string;
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly comment: string | null;
  readonly dwellMs: number | null;
  readonly uiVersion: string | null;
  readonly now: number;
}

/** Which votes to read; what is left out is not filtered. */
export interface VoteFilter {
  readonly studyId?: string | undefined;
  readonly annotatorId?: string | undefined;
  readonly aspect?: string | undefined;
  readonly questionId?: string | undefined;
  readonly language?: string | undefined;
  /** Only votes on pairs of which at least one is among these; not empty. */
  readonly versionIds?: readonly string[] | undefined;
  /** True: undone, withdrawn and invalidated votes too. */
  readonly withInvalid?: boolean | undefined;
}

/** A vote of somebody else's study, from a file. */
export interface ImportedVote {
  readonly annotator: string;
  readonly annotatorKind: Annotator['kind'];
  readonly questionId: string | null;
  readonly turn: number | null;
  readonly firstVersionId: string;
  readonly secondVersionId: string;
  readonly outcome: Outcome;
  readonly castAt: number;
}

/**
 * Everything of the arena: models, questions, answers, studies, assignments, votes, judges, snapshots, keys, the audit log. Votes are only
 * ever added; what happens to them later is an event.
 *
 * All methods throw `UserError` when the database cannot be used; what was written before stays. Each method is one transaction.
 */
export interface ArenaStore extends AsyncDisposable {
  /** Where it is, to be shown: a path, or the address of a database without its password. */
  readonly location: string;

  /** Adds versions, or brings what is known of them up to date (the id stays). */
  putModels(versions: readonly ModelVersion[]): Promise<void>;
  listModels(): Promise<readonly ModelVersion[]>;

  /** Adds a set with its questions. The same again changes nothing; another content under the same id throws `UserError`: `question-set-frozen` once a study over it has opened, `question-answered` where a question that has answers would ask something else or go, `question-exists` where it is another set's. */
  putQuestionSet(set: QuestionSet, questions: readonly Question[]): Promise<void>;
  listQuestionSets(): Promise<readonly (QuestionSet & { readonly questions: number })[]>;
  questions(setId: string): Promise<readonly Question[]>;
  question(id: string): Promise<Question | undefined>;

  /** Adds answers. One that is there already with the same text stays; another text throws `UserError` (`answer-exists`), as does what is not there (`question-unknown`, `model-unknown`). */
  putAnswers(answers: readonly Answer[]): Promise<void>;
  /** Of a question set (or one question), by question and version. */
  answers(filter: {
    readonly setId?: string;
    readonly questionId?: string;
    readonly versionId?: string;
  }): AsyncIterable<Answer>;
  answer(id: string): Promise<Answer | undefined>;

  createStudy(study: Study): Promise<void>;
  getStudy(id: string): Promise<Study>;
  listStudies(): Promise<readonly Study[]>;
  /** Stores the plan and opens the study; after that neither its plan nor its questions change. Throws `UserError`: `study-open` the second time, `answer-unknown` for an answer that is not there or not to the item's question. */
  openStudy(studyId: string, items: readonly StudyItem[], at: number): Promise<void>;
  closeStudy(studyId: string, at: number): Promise<void>;
  /** The plan with what is done of it, by item number. */
  studyItems(studyId: string): Promise<readonly Candidate[]>;

  putAnnotator(annotator: Annotator): Promise<void>;
  getAnnotator(id: string): Promise<Annotator | undefined>;
  listAnnotators(): Promise<readonly Annotator[]>;

  /**
   * Gives an annotator the next item. Someone who already holds an assignment of this study that is neither voted on nor expired gets that
   * one again, under the new token and until the new time (the old token is void). An item whose assignment expired may be given again, to
   * the same annotator too; one whose vote was undone likewise. Undefined: nothing left to do. Throws `UserError` (`study-closed`).
   */
  nextItem(request: NextItemRequest): Promise<GivenAssignment | undefined>;
  /** Gives a pair in free mode. */
  issueFree(assignment: Assignment, tokenHash: string): Promise<void>;
  getAssignment(id: string): Promise<GivenAssignment | undefined>;
  appendTurn(turn: ConversationTurn): Promise<void>;
  turns(assignmentId: string): Promise<readonly ConversationTurn[]>;

  /**
   * Casts a vote, once. The same token again, whatever it says, gives the vote as it was first cast (`repeated`). Throws `UserError`:
   * `vote-token` (wrong or void token, another annotator's assignment; nothing tells which), `assignment-expired`, `study-closed`.
   */
  castVote(request: CastVoteRequest): Promise<{ readonly vote: Vote; readonly repeated: boolean }>;
  /** The vote with its events, oldest first. */
  getVote(id: string): Promise<{ readonly vote: Vote; readonly events: readonly VoteEvent[] } | undefined>;
  /**
   * Adds an event. `undo` and `withdraw` throw `UserError` (`vote-final`) where the vote does not count any more, `undo` also when it was
   * revealed; `reveal` throws it where the vote was undone. `restore` throws `vote-counted` where it does count, `vote-superseded` where the
   * annotator was given the same item again. With `reissue`, in the same transaction, the same item is given again with the same sides.
   */
  addVoteEvent(
    event: VoteEvent,
    reissue?: { readonly assignmentId: string; readonly tokenHash: string; readonly expiresAt: number },
  ): Promise<void>;
  /** A text that is another one after each vote, event of a vote and judgement, by whatever process: results may be kept for as long as it stays. */
  voteStamp(): Promise<string>;
  /** Votes of a study that count, skips apart. */
  countVotes(studyId: string): Promise<number>;
  /** By `seq`. */
  votes(filter?: VoteFilter): AsyncIterable<CountedVote>;
  /** Adds the votes of a file to a study of mode `imported`, once; annotators are made as needed, with the id `STUDY/NAME`. Throws `UserError`: `study-not-imported`, `study-closed`, `model-unknown`, `votes-imported` where there are votes already. */
  importVotes(studyId: string, votes: readonly ImportedVote[]): Promise<void>;

  /** The same judge again changes nothing. */
  putJudge(judge: Judge): Promise<void>;
  listJudges(): Promise<readonly Judge[]>;
  /** One that is there already stays, unless its state is `error`: then the new one takes its place. */
  appendJudgements(judgements: readonly Judgement[]): Promise<void>;
  judgements(filter?: { readonly judgeId?: string; readonly setId?: string }): AsyncIterable<Judgement>;

  createSnapshot(snapshot: Snapshot): Promise<void>;
  getSnapshot(id: string): Promise<Snapshot | undefined>;
  /** The newest first, without their tables. */
  listSnapshots(): Promise<readonly Omit<Snapshot, 'table'>[]>;

  createKey(key: AccessKey): Promise<void>;
  /** By the hash of its secret; also a revoked or expired one. */
  findKey(hash: string): Promise<AccessKey | undefined>;
  listKeys(): Promise<readonly AccessKey[]>;
  /** Revokes the key and ends its sessions. */
  revokeKey(id: string, at: number): Promise<void>;
  createSession(session: Session): Promise<void>;
  /** Only one that has not expired at `now`, nor its key been revoked. */
  findSession(hash: string, now: number): Promise<Session | undefined>;
  deleteSession(hash: string): Promise<void>;

  appendAudit(entry: Omit<AuditEntry, 'seq'>): Promise<void>;
  /** The newest first, before `before` if given. */
  audit(options: { readonly limit: number; readonly before?: number }): Promise<readonly AuditEntry[]>;
}
