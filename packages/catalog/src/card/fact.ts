import { z } from 'zod';

/**
 * Where a fact was read: `hf-card:owner/name`, `gh:owner/repo path`, `arxiv:…`, a web address, … `unverified` marks a fact
 * from memory.
 */
export const Sources = z.array(z.string().min(1)).min(1);

/** A fact and where it was read. */
export const fact = <T extends z.ZodType>(value: T) => z.strictObject({ value, sources: Sources });

/** Kebab-case, with dots as in version numbers. */
export const Id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);
