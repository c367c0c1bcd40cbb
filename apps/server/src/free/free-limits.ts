/** Characters of a prompt. */
export const PROMPT_LIMIT = 32_000;

/** Characters of an answer: what comes after is not read. */
export const ANSWER_LIMIT = 100_000;

/** Turns of a conversation. */
export const TURN_LIMIT = 20;

/** How long both answers may take, in milliseconds. */
export const TURN_MS = 5 * 60_000;

/** Turns answered at the same time; others wait. */
export const TURNS_AT_ONCE = 4;

/** Turns that may wait. */
export const TURNS_WAITING = 32;

/** How long a pair of free mode can be talked to and voted on, in milliseconds. */
export const CONVERSATION_MS = 2 * 3_600_000;
