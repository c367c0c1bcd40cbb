import { z } from 'zod';
import { Id } from '../card/fact.js';

const ScoreTable = z.strictObject({
  /** As published. */
  benchmark: z.string().min(1),
  /** Shots, decoding, judge, date; null: the source does not say. */
  setting: z.string().min(1).nullable(),
  /** With its unit; null: the source does not name it. */
  metric: z.string().min(1).nullable(),
  higherIsBetter: z.boolean().default(true),
  /** On the whole table. */
  note: z.string().min(1).nullable().default(null),
  /** By model. */
  scores: z.record(Id, z.number()),
  /** On single scores, by model. */
  notes: z.record(Id, z.string().min(1)).default({}),
});

/** `scores/<source>.yaml`: what one source published; a benchmark, setting and metric is one table. */
export const ScoreFile = z.strictObject({
  /** Table or file. */
  source: z.string().min(1),
  /** Labels as printed in the source, by the id of a card or of an external model. */
  models: z.record(Id, z.string().min(1)),
  tables: z.array(ScoreTable).min(1),
});

/** What one source published. */
export type ScoreFile = z.infer<typeof ScoreFile>;
