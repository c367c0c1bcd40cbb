import { z } from 'zod';
import { answerFailure, type Answered } from '@understudy/engine-http';
import { answerFrame, readFrame } from '../answers/answer-frame.js';
import type { GivenToken, GivenTokens } from './given-tokens.js';

/** `echo` repeats the prompt in front of the answer, and `logprobs` covers both: OpenAI's first API, kept by vLLM, SGLang and others. */
export const echoParameters = { echo: true, logprobs: 1, max_tokens: 1, temperature: 0 } as const;

const answer = z.object({
  ...answerFrame,
  choices: z.tuple(
    [
      z.object({
        logprobs: z.object({
          tokens: z.array(z.string()),
          token_logprobs: z.array(z.number().nullable()),
          top_logprobs: z.array(z.record(z.string(), z.number()).nullable()).nullish(),
        }),
      }),
    ],
    z.unknown(),
  ),
});

/**
 * Reads the given tokens out of an answer with `echo`; the generated one at the end is left out. A server that ignores `echo` has
 * too few tokens, and is found out here where it counts its prompt's tokens, else by `findContinuation`.
 */
export function readEcho(json: unknown, what: string): Answered<GivenTokens> {
  const parsed = answer.safeParse(json);
  if (!parsed.success) throw answerFailure(what, 'without log-probabilities of the given text');
  const { model, usage, fingerprint } = readFrame(parsed.data);
  const { tokens, token_logprobs: values, top_logprobs: tops } = parsed.data.choices[0].logprobs;
  if (tokens.length !== values.length || (tops?.length ?? tokens.length) !== tokens.length) {
    throw answerFailure(what, 'its lists of tokens and log-probabilities differ in length');
  }
  const given = tokens.length - (usage?.generatedTokens ?? 1);
  if (usage !== undefined && given !== usage.promptTokens) {
    throw answerFailure(what, `it scored ${given} tokens of a prompt of ${usage.promptTokens}`);
  }
  const read = tokens.slice(0, given).map((text, at): GivenToken => {
    const logProbability = values[at] ?? null;
    return { text, logProbability, isTop: isTop(logProbability, tops?.[at]) };
  });
  return { value: { tokens: read, usage, model }, usage, fingerprint };
}

/** lm-evaluation-harness takes a token for the arg-max when no listed one is more probable (`parse_logprobs`). */
function isTop(
  logProbability: number | null,
  tops: Readonly<Record<string, number>> | null | undefined,
): boolean | undefined {
  const others = Object.values(tops ?? {});
  return logProbability === null || others.length === 0 ? undefined : others.every((other) => other <= logProbability);
}
