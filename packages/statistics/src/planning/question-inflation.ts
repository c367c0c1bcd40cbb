/**
 * By how much a standard error is larger when votes on one question are alike than when all votes are independent: 1.74 was measured on
 * MT-bench's human votes, 80 questions with 42 votes each. The number of votes grows with its square.
 */
export const QUESTION_INFLATION = 1.74;
