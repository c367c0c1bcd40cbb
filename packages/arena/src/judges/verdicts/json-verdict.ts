import type { JudgeMode } from '@understudy/store';
import { z } from 'zod';
import { BASELINE_LABELS, PAIRWISE_LABELS, verdictOfLabel } from './labels.js';
import { ratingOf, REFUSED, UNPARSED, verdictOf, type Reading, type Reply } from './reading.js';

/** Longest explanation, in characters, so that a small model comes to its verdict. */
const EXPLANATION = { type: 'string', maxLength: 800 } as const;

function objectOf(properties: Readonly<Record<string, object>>): string {
  return JSON.stringify({
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });
}

const SCHEMAS: Readonly<Record<JudgeMode, string>> = {
  pairwise: objectOf({ explanation: EXPLANATION, verdict: { enum: PAIRWISE_LABELS } }),
  single: objectOf({ explanation: EXPLANATION, rating: { enum: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } }),
  baseline: objectOf({
    answer: { type: 'string', maxLength: 2000 },
    explanation: EXPLANATION,
    verdict: { enum: BASELINE_LABELS },
  }),
};

/** The JSON schema that a judge's reply is held to, as JSON text: the explanation comes before the verdict. */
export function verdictSchema(mode: JudgeMode): string {
  return SCHEMAS[mode];
}

const replySchema = z.object({ verdict: z.string().optional(), rating: z.number().optional() });

/** Reads a reply that was held to `verdictSchema`; one that was cut, or is something else, is `unparsed`. */
export function readJsonVerdict({ mode, text, finishReason }: Reply): Reading {
  if (finishReason === 'filtered') return REFUSED;
  const parsed = replySchema.safeParse(parseJson(text));
  if (!parsed.success) return UNPARSED;
  const { verdict: label, rating } = parsed.data;
  if (mode === 'single') return rating === undefined ? UNPARSED : ratingOf(rating);
  const labels: readonly string[] = mode === 'baseline' ? BASELINE_LABELS : PAIRWISE_LABELS;
  const verdict = label !== undefined && labels.includes(label) ? verdictOfLabel(label) : undefined;
  return verdict === undefined ? UNPARSED : verdictOf(verdict);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
