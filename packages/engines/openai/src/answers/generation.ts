import { z } from 'zod';
import type { Answered, GeneratedText } from '@understudy/engine-http';
import { answerFrame, readFrame, type AnswerFrame } from './answer-frame.js';
import { readFinishReason } from './finish-reason.js';

const text = z.string().nullish();

const ending = {
  finish_reason: z.string().nullish(),
  stop_reason: z.unknown().optional(),
  matched_stop: z.unknown().optional(),
  logprobs: z.unknown().optional(),
};

/** Content is a text, or parts of which some are text; null when a model spent all its tokens on thinking. */
const content = z
  .union([z.string(), z.array(z.object({ text })).transform((parts) => parts.map((part) => part.text ?? '').join(''))])
  .nullish();

const completion = z.object({
  ...answerFrame,
  choices: z.tuple([z.object({ text: z.string(), ...ending })], z.unknown()),
});
const chatCompletion = z.object({
  ...answerFrame,
  choices: z.tuple([z.object({ message: z.object({ content, refusal: text }), ...ending })], z.unknown()),
});

/** A text and the name that the server gives the model. */
export interface NamedText extends GeneratedText {
  readonly model: string | undefined;
  /** Whether log-probabilities of the generated tokens came with it. */
  readonly hasLogProbabilities: boolean;
}

/** Reads an answer of `/completions`. */
export function readCompletion(json: unknown): Answered<NamedText> {
  const { choices, ...around } = completion.parse(json);
  return answered(choices[0], choices[0].text, around);
}

/** Reads an answer of `/chat/completions`. A refusal that stands beside the content is the model's answer where there is no other. */
export function readChatCompletion(json: unknown): Answered<NamedText> {
  const { choices, ...around } = chatCompletion.parse(json);
  const { message } = choices[0];
  return answered(choices[0], message.content ?? message.refusal ?? '', around);
}

type Ending = { readonly [Key in keyof typeof ending]?: unknown };

function answered(choice: Ending, textOf: string, frame: AnswerFrame): Answered<NamedText> {
  const { model, usage, fingerprint } = readFrame(frame);
  const reason = typeof choice.finish_reason === 'string' ? choice.finish_reason : '';
  return {
    value: {
      text: textOf,
      finishReason: readFinishReason(reason, choice.stop_reason ?? choice.matched_stop),
      model,
      hasLogProbabilities: choice.logprobs !== undefined && choice.logprobs !== null,
    },
    usage,
    fingerprint,
  };
}
