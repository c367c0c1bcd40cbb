import { z } from 'zod';

const text = z.string().trim().min(1);

/**
 * A judge's prompt: `judge-prompts/NAME.yaml`, or a file of the user's own. It has all the words that a judge reads beside the material;
 * `version` says how they are put together (`judgeMessage`).
 */
export const judgePromptSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  mode: z.enum(['pairwise', 'single', 'baseline']),
  title: text,
  /** Longest reply, in tokens. */
  max_tokens: z.int().min(1).max(100_000),
  /** Role, criteria and warnings; stands first. */
  instruction: text,
  /** Added where the question has a checked reference. */
  reference: text,
  /** Added where the conversation has more than one turn. */
  conversation: text,
  /** How the verdict is to be written; stands last. */
  verdict: z.strictObject({
    /** With a token in double brackets: A, B, TIE; 1 to 10; A>>B, A>B, A=B, B>A, B>>A. */
    text,
    /** As the JSON that the mode's schema allows (`verdictSchema`). */
    json: text,
    /** As one letter, A or B, of which the log-probability is read; without it the prompt cannot be used so. */
    token: text.optional(),
  }),
});

/** A judge's prompt as its file says it. */
export type JudgePromptFile = z.output<typeof judgePromptSchema>;

/** A judge's prompt with the SHA-256 of its file's text, lower-case hexadecimal. */
export interface JudgePrompt extends JudgePromptFile {
  readonly hash: string;
}
