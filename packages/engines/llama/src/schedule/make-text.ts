import { UserError } from '@understudy/core';
import type { Candidates } from '../context/candidates.js';
import type { Context } from '../context/context.js';
import type { LogProbabilityReader } from '../context/log-probability.js';
import type { Vocabulary } from '../context/vocabulary.js';
import { logitsProcessors } from '../decoding/logits-processors.js';
import { TokenChooser } from '../decoding/token-chooser.js';
import type { PreparedRequest } from '../generation/growing-text.js';
import { BeamText } from './beam-text.js';
import { GuidedText } from './guided-text.js';
import type { LiveText } from './live-text.js';
import { SingleText } from './single-text.js';

/** What all texts of a context share. */
export interface TextTools {
  readonly context: Context;
  readonly vocabulary: Vocabulary;
  readonly candidates: Candidates;
  readonly reader: LogProbabilityReader;
}

/** Sequences that a text needs for itself. */
export function sequencesOf({ request: { decoding } }: PreparedRequest): number {
  return decoding?.beams?.count ?? (decoding?.guidance === undefined ? 1 : 2);
}

/**
 * A text as its request wants it made, in sequences of its own (`sequencesOf`).
 * @throws UserError for a grammar or a schema that cannot be used
 */
export function makeText(prepared: PreparedRequest, sequences: readonly number[], tools: TextTools): LiveText {
  const { decoding } = prepared.request;
  const [sequence = 0, negativeSequence = 0] = sequences;
  if (decoding?.beams !== undefined) {
    refuseBeside(prepared);
    const processors = logitsProcessors(decoding, tools.vocabulary);
    return new BeamText(prepared, { ...tools, beams: decoding.beams, processors, sequences });
  }
  const options = { ...tools, chooser: new TokenChooser(prepared, tools), sequence };
  const { guidance } = decoding ?? {};
  const { negativePrompt } = prepared;
  return guidance === undefined || negativePrompt === undefined
    ? new SingleText(prepared, options)
    : new GuidedText(prepared, { ...options, negativeSequence, negativePrompt, scale: guidance.scale });
}

/** A beam is no text that is drawn, guided or held to a grammar; transformers' beam search does some of it, and this one does not. */
function refuseBeside({ request: { sampling, decoding } }: PreparedRequest): void {
  const others = [
    ...(sampling.temperature > 0 ? ['sampling'] : []),
    ...(decoding?.guidance === undefined ? [] : ['guidance_scale']),
    ...(decoding?.constraint === undefined ? [] : ['grammar or json_schema']),
  ];
  if (others.length === 0) return;
  throw new UserError({
    code: 'decoding-combination',
    message: `Generating: beam search (num_beams) cannot be done together with ${others.join(', ')}.`,
    hint: 'Leave one of them out.',
  });
}
