import { z } from 'zod';
import { answerFailure, type Answered } from '@understudy/engine-http';
import { answerFrame, readFrame } from '../answers/answer-frame.js';
import type { GivenToken, GivenTokens } from './given-tokens.js';

/** vLLM's own parameter: the log-probability of each token of the prompt, and of the most probable one at its place. */
export const promptLogprobsParameters = { prompt_logprobs: 1, max_tokens: 1, temperature: 0 } as const;

const entry = z.object({ logprob: z.number(), rank: z.number().nullish(), decoded_token: z.string().nullish() });

const answer = z.object({
  ...answerFrame,
  choices: z.tuple(
    [z.object({ prompt_logprobs: z.array(z.record(z.string(), entry).nullable()).min(1) })],
    z.unknown(),
  ),
});

/** Reads the given tokens out of an answer with `prompt_logprobs`. The entry of the first token is null, its text therefore not known. */
export function readPromptLogprobs(json: unknown, what: string): Answered<GivenTokens> {
  const parsed = answer.safeParse(json);
  if (!parsed.success) throw answerFailure(what, 'without log-probabilities of the prompt');
  const { model, usage, fingerprint } = readFrame(parsed.data);
  const tokens = parsed.data.choices[0].prompt_logprobs.map((entries): GivenToken => {
    const given = Object.values(entries ?? {}).reduce<z.output<typeof entry> | undefined>(lower, undefined);
    return {
      text: given?.decoded_token ?? '',
      logProbability: given?.logprob ?? null,
      isTop: given === undefined ? undefined : Object.keys(entries ?? {}).length === 1,
    };
  });
  return { value: { tokens, usage, model }, usage, fingerprint };
}

/**
 * Of two entries the less probable one is the prompt's token: the other is listed because it is the most probable one. Of equally
 * probable ones it does not matter for the log-probability.
 */
function lower(least: z.output<typeof entry> | undefined, next: z.output<typeof entry>): z.output<typeof entry> {
  return least !== undefined && least.logprob <= next.logprob ? least : next;
}
