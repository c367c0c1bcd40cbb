import { z } from 'zod';
import { Id, Sources } from '../card/fact.js';

/**
 * A kind of work for which one asks whether a model can stand in for another, after the surveys' areas. Names in the languages of the
 * pages are the pages' business.
 */
export const AREAS = [
  'general',
  'knowledge',
  'commonsense',
  'reading',
  'reasoning-math',
  'reasoning-code',
  'science',
  'biomedical',
  'truthfulness',
  'safety',
  'long-context',
  'agent',
  'chinese',
  'translation',
  'language-modelling',
  'multimodal',
  'application',
] as const;

/** One of the areas. */
export type Area = (typeof AREAS)[number];

/** A benchmark: what it measures, and which of our tasks and which names in publications are it. */
export const Benchmark = z.strictObject({
  id: Id,
  name: z.string().min(1),
  /** The first is the one under which a leaderboard shows it. */
  areas: z.array(z.enum(AREAS)).min(1),
  /** ISO 639-1. */
  languages: z.array(z.string().min(2)).min(1),
  /** Tasks or groups of ours that ask it. Leaves of a group need no entries of their own. */
  tasks: z.array(z.string().min(1)),
  /** Names under which published scores and claims mention it. */
  publishedAs: z.array(z.string().min(1)),
  /** Share of right answers by guessing, 0 to 1, of our tasks where publications offer other choices; null: open answers, or it varies. */
  chance: z.number().min(0).max(1).nullable(),
  sources: Sources,
});

/** A benchmark. */
export type Benchmark = z.infer<typeof Benchmark>;
