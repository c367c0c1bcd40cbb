/** Codes of the server's errors that people meet in the pages. */
export type ErrorCode =
  | 'abandoned'
  | 'agreement-no-questions'
  | 'agreement-nothing-to-compare'
  | 'answer-exists'
  | 'assignment-expired'
  | 'compute-busy'
  | 'compute-failed'
  | 'conversation-ended'
  | 'cross-site'
  | 'csrf-token'
  | 'cursor-malformed'
  | 'database-busy'
  | 'database-lost'
  | 'design-invalid'
  | 'host-refused'
  | 'input-invalid'
  | 'internal'
  | 'key-needed'
  | 'key-refused'
  | 'models-busy'
  | 'models-not-open'
  | 'needs-invalid'
  | 'no-answers'
  | 'not-found'
  | 'proxy-refused'
  | 'question-set-frozen'
  | 'ratings-no-votes'
  | 'ratings-only-ties'
  | 'reference-unknown'
  | 'role-too-low'
  | 'run-task-unknown'
  | 'run-unknown'
  | 'sample-column-unknown'
  | 'sample-unknown'
  | 'server-stopping'
  | 'study-closed'
  | 'study-exists'
  | 'study-not-closed'
  | 'study-open'
  | 'study-too-small'
  | 'study-unknown'
  | 'study-without-questions'
  | 'too-large'
  | 'too-many-keys'
  | 'too-many-prompts'
  | 'too-many-requests'
  | 'too-many-streams'
  | 'vote-counted'
  | 'vote-final'
  | 'vote-not-final'
  | 'vote-superseded'
  | 'vote-token'
  | 'vote-undone';

/** What went wrong, and how to go on. */
export interface ErrorText {
  readonly title: string;
  readonly hint: string | null;
}

/** The texts of a language; none where the server's own words are in that language. */
export type ErrorTexts = Readonly<Record<ErrorCode, ErrorText>> | null;

/** The text of a code, if the language has one of its own. */
export function errorText(code: string, texts: ErrorTexts): ErrorText | undefined {
  // Codes of no table are the server's to explain.
  return texts === null || !Object.hasOwn(texts, code) ? undefined : texts[code as ErrorCode];
}
