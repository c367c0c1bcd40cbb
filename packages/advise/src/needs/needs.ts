import { MODEL_KINDS } from '@understudy/catalog';
import { z } from 'zod';
import {
  writtenAreas,
  writtenBetween,
  writtenBytes,
  writtenNames,
  writtenPeople,
  writtenPositive,
  writtenTokens,
  writtenTruth,
} from './written.js';

/** What becomes of a model of which a needed fact is not known: listed apart, taken as fit, or taken as unfit. */
export const UNKNOWN_RULES = ['separate', 'admit', 'exclude'] as const;

/** Formats a model may be run in when nothing else is asked for, the most exact first. */
const QUANTIZATIONS = ['F16', 'Q8_0', 'Q6_K', 'Q5_K_M', 'Q4_K_M'];

/**
 * What one needs of a model. One definition serves the command line, the file `needs.yaml`, the API's query and the address of the page: every
 * schema takes the text that people write and the value that YAML has.
 */
export const needsShape = {
  /** Kinds of work, each with its weight. */
  area: writtenAreas,
  /** ISO 639-1, or `code`: all of them are needed. */
  language: writtenNames.default([]),
  /** Whether it will be used commercially. */
  commercial: writtenTruth.default(false),
  /** Monthly users, for licences that are free below a number of them. */
  users: writtenPeople.optional(),
  /** Whether the model itself is offered to others, as an API, say: what some licences call hosting use. */
  asService: writtenTruth.default(false),
  /** Bytes for weights and K/V cache. */
  maxMemory: writtenBytes.optional(),
  /** Formats that it may be run in, by llama.cpp's names, the best first. */
  quantization: writtenNames.pipe(z.array(z.string()).min(1)).default(QUANTIZATIONS),
  /** Tokens of prompt and answer together. */
  context: writtenTokens.optional(),
  /** Tokens a second when one answer is written. */
  speed: writtenPositive.optional(),
  /** 10⁹ bytes a second that the machine reads from memory; without it no speed can be estimated. */
  bandwidth: writtenPositive.optional(),
  /** USD for a million tokens, of hosted models, the dearer of input and output. */
  maxCost: writtenPositive.optional(),
  /** Whether closed models that somebody else runs are considered too. Without it only models whose weights can be had are. */
  hosted: writtenTruth.default(false),
  /** Empty: any. */
  kind: writtenNames.pipe(z.array(z.enum(MODEL_KINDS))).default([]),
  /** The model to be replaced: id of a card, or the name or identity of a measured model. */
  reference: z.string().trim().min(1).default('gpt-3.5-turbo'),
  /** How much worse, in shares of right answers, still counts as "can stand in". */
  margin: writtenBetween(0.001, 0.5).default(0.03),
  /** Of each verdict, one-sided. */
  confidence: writtenBetween(0.5, 0.999).default(0.95),
  unknown: z.enum(UNKNOWN_RULES).default('separate'),
  /** Models on the shortlist. */
  shortlist: z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
    .pipe(z.int().min(1).max(50))
    .default(5),
} as const;

/** What one needs of a model, read and checked. */
export const NeedsSchema = z.strictObject(needsShape);

/** What one needs of a model, read and checked. */
export type Needs = z.output<typeof NeedsSchema>;

/** What one needs of a model, as it is written. */
export type WrittenNeeds = z.input<typeof NeedsSchema>;
