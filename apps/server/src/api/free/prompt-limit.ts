/** Characters of a prompt in free mode. */
export const PROMPT_LIMIT = 32_000;
