/**
 * The arena's tables as Kysely sees them; the migration `002-arena` creates them. JSON columns are text, times are milliseconds since 1970,
 * truth values 0 and 1. What may be changed of a row is said where it may; everything else is written once.
 */
export interface ArenaTables {
  readonly model_versions: ModelVersionsTable;
  readonly question_sets: QuestionSetsTable;
  readonly questions: QuestionsTable;
  readonly answers: AnswersTable;
  readonly studies: StudiesTable;
  readonly study_items: StudyItemsTable;
  readonly item_progress: ItemProgressTable;
  readonly annotators: AnnotatorsTable;
  readonly assignments: AssignmentsTable;
  readonly votes: VotesTable;
  readonly vote_events: VoteEventsTable;
  readonly conversation_turns: ConversationTurnsTable;
  readonly judges: JudgesTable;
  readonly judgements: JudgementsTable;
  readonly snapshots: SnapshotsTable;
  readonly access_keys: AccessKeysTable;
  readonly sessions: SessionsTable;
  readonly audit_entries: AuditEntriesTable;
  readonly sequences: SequencesTable;
}

/** Known facts may be brought up to date. */
export interface ModelVersionsTable {
  id: string;
  name: string;
  organisation: string | null;
  licence: string | null;
  open_weights: number | null;
  spec: string | null;
  identity: string | null;
  quantisation: string | null;
  system: string | null;
  /** JSON. */
  decoding: string | null;
  price_in: number | null;
  price_out: number | null;
  retired_at: number | null;
}

/** Frozen, with its questions, once a study over it has opened. */
export interface QuestionSetsTable {
  id: string;
  title: string;
  source: string;
  licence: string | null;
}

export interface QuestionsTable {
  id: string;
  set_id: string;
  /** Place in the set, from 0. */
  position: number;
  aspect: string;
  language: string;
  /** JSON list. */
  turns: string;
  /** JSON list. */
  reference: string | null;
  reference_checked: number;
}

export interface AnswersTable {
  id: string;
  question_id: string;
  version_id: string;
  sample: number;
  /** JSON list. */
  turns: string;
  tokens: number | null;
  finish_reason: string | null;
  latency_ms: number | null;
  cost: number | null;
  identity_leak: number;
}

/** `opened_at` and `closed_at` are set once. */
export interface StudiesTable {
  id: string;
  mode: string;
  title: string;
  question_set_id: string | null;
  /** JSON list. */
  version_ids: string;
  /** JSON. */
  design: string;
  /** JSON. */
  instructions: string;
  completion_code: string | null;
  created_at: number;
  opened_at: number | null;
  closed_at: number | null;
}

/** The plan; the database itself refuses changes. */
export interface StudyItemsTable {
  study_id: string;
  number: number;
  kind: string;
  question_id: string;
  first_answer_id: string;
  second_answer_id: string;
  /** Of the answers. */
  first_version_id: string;
  second_version_id: string;
  /** Whether one of the answers gives its model away. */
  identity_leak: number;
  wanted: number;
  expected: string | null;
  explanation: string | null;
}

/** How far an item is: a count that could be made again from the votes, kept so that the next item is found quickly. */
export interface ItemProgressTable {
  study_id: string;
  number: number;
  wanted: number;
  /** Valid votes, skips apart. */
  votes: number;
}

/** Known facts may be brought up to date. */
export interface AnnotatorsTable {
  id: string;
  kind: string;
  pseudonym: string;
  locale: string | null;
  consent_at: number | null;
  created_at: number;
}

/** `token_hash`, `expires_at` and `state` change; `identity_leak` also, in free mode, with the turns. */
export interface AssignmentsTable {
  id: string;
  study_id: string;
  item_number: number | null;
  annotator_id: string;
  /** Null in free mode. Of an imported vote it need not be in `questions`. */
  question_id: string | null;
  kind: string;
  first_version_id: string;
  second_version_id: string;
  swapped: number;
  sample_probability: number;
  identity_leak: number;
  /** Of an imported vote. */
  turn: number | null;
  token_hash: string;
  /** An `AssignmentState`. */
  state: string;
  issued_at: number;
  expires_at: number;
}

/** Append-only; the database itself refuses changes. */
export interface VotesTable {
  seq: number;
  id: string;
  assignment_id: string;
  /** Of the assignment. */
  study_id: string;
  outcome: string;
  /** JSON list. */
  reasons: string;
  comment: string | null;
  dwell_ms: number | null;
  ui_version: string | null;
  cast_at: number;
}

/** Append-only; the database itself refuses changes. */
export interface VoteEventsTable {
  id: string;
  vote_id: string;
  /** From 0, in the order of the vote's events. */
  number: number;
  kind: string;
  rule: string | null;
  reason: string | null;
  author: string;
  at: number;
}

export interface ConversationTurnsTable {
  assignment_id: string;
  number: number;
  prompt: string;
  first: string;
  second: string;
  identity_leak: number;
}

/** The database itself refuses changes. */
export interface JudgesTable {
  id: string;
  spec: string;
  identity: string;
  mode: string;
  prompt: string;
  prompt_hash: string;
  /** JSON. */
  decoding: string;
  parser_version: number;
  created_at: number;
}

/** A row whose state is `error` may be replaced. */
export interface JudgementsTable {
  id: string;
  judge_id: string;
  question_id: string;
  turn: number;
  first_answer_id: string;
  /** Empty for none: a null would not be equal to another in the unique key. */
  second_answer_id: string;
  run: number;
  state: string;
  verdict: string | null;
  score: number | null;
  raw: string;
  prompt_tokens: number | null;
  generated_tokens: number | null;
  cost: number | null;
  latency_ms: number | null;
  at: number;
}

/** The database itself refuses changes. */
export interface SnapshotsTable {
  id: string;
  title: string;
  /** JSON. */
  filter: string;
  method: string;
  /** JSON. */
  settings: string;
  input_hash: string;
  votes: number;
  /** JSON: the snapshot's table. */
  content: string;
  created_at: number;
}

/** `revoked_at` is set once. */
export interface AccessKeysTable {
  id: string;
  hash: string;
  role: string;
  annotator_id: string | null;
  label: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
}

export interface SessionsTable {
  hash: string;
  key_id: string | null;
  role: string;
  annotator_id: string | null;
  created_at: number;
  expires_at: number;
}

/** Append-only; the database itself refuses changes. */
export interface AuditEntriesTable {
  seq: number;
  at: number;
  actor: string;
  action: string;
  target: string | null;
  /** JSON. */
  details: string;
}

/** The last number given of each sequence; see `sequence.ts`. */
export interface SequencesTable {
  name: string;
  value: number;
}
