import { z } from 'zod';
import type { TokenUsage } from '@understudy/engine-http';
import { readUsage, usageSchema } from './usage.js';

/** What every answer has around its text or its log-probabilities. */
export const answerFrame = {
  model: z.string().nullish().catch(undefined),
  system_fingerprint: z.string().nullish().catch(undefined),
  usage: usageSchema,
};

/** The frame of an answer as it came. */
export type AnswerFrame = Readonly<z.output<z.ZodObject<typeof answerFrame>>>;

/** The frame of an answer as it is used. */
export interface ReadFrame {
  /** The name that the server gives the model. */
  readonly model: string | undefined;
  readonly usage: TokenUsage | undefined;
  readonly fingerprint: string | null;
}

/** Reads what stands around an answer. */
export function readFrame({ model, system_fingerprint: fingerprint, usage }: AnswerFrame): ReadFrame {
  return { model: model ?? undefined, usage: readUsage(usage), fingerprint: readFingerprint(fingerprint) };
}

/** The server's configuration; some servers report an empty fingerprint, which is none. */
export function readFingerprint(value: string | null | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
