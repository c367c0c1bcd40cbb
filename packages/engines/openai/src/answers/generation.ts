import { z } from 'zod';
import type { Answered, GeneratedText } from '@understudy/engine-http';
import { readFinishReason } from './finish-reason.js';
import { readUsage, usageSchema } from './usage.js';

const text = z.string().nullish();

/** What both kinds of answers have around the text. */
const frame = {
  model: z.string().nullish().catch(undefined),
  system_fingerprint: z.string().nullish().catch(undefined),
  usage: usageSchema,
};
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

const completion = z.object({ ...frame, choices: z.tuple([z.object({ text: z.string(), ...ending })], z.unknown()) });
const chatCompletion = z.object({
  ...frame,
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
type Frame = Pick<z.output<typeof completion>, keyof typeof frame>;

function answered(choice: Ending, textOf: string, { model, system_fingerprint, usage }: Frame): Answered<NamedText> {
  const reason = typeof choice.finish_reason === 'string' ? choice.finish_reason : '';
  return {
    value: {
      text: textOf,
      finishReason: readFinishReason(reason, choice.stop_reason ?? choice.matched_stop),
      model: model ?? undefined,
      hasLogProbabilities: choice.logprobs !== undefined && choice.logprobs !== null,
    },
    usage: readUsage(usage),
    fingerprint: nonEmpty(system_fingerprint),
  };
}

/** Some servers report an empty fingerprint. */
function nonEmpty(value: string | null | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : value;
}
