import { z } from 'zod';
import { Id, Sources } from '../card/fact.js';

/**
 * A chat template: `templates/<name>.yaml`. It says what the authors of a model wrote, not what would also do: where they are silent,
 * the value is null and a note says so.
 */
export const TemplateFileSchema = z.strictObject({
  version: z.literal(1),
  /** What people type. */
  name: Id,
  title: z.string().min(1),
  /** Families of cards that use it. */
  families: z.array(Id),
  /** Jinja, as transformers renders chat templates: `messages`, `add_generation_prompt`, `bos_token`, `eos_token`. */
  jinja: z.string().min(1),
  /** System message of a conversation that has none; empty where the authors write an empty one, null where they write none. */
  system: z.string().nullable(),
  /** False: the models know no system message, and the template refuses one. */
  takesSystem: z.boolean(),
  /** `one`: made for a question and its answer. */
  turns: z.enum(['one', 'many']),
  /** An answer ends before the first of them. */
  stop: z.array(z.string().min(1)),
  /** Who writes the BOS token in front: the template, or the vocabulary's own rule. */
  bos: z.enum(['template', 'vocabulary']),
  /** Special tokens of the models it was made for, to show it with. Null: they have none. */
  tokens: z.strictObject({ bos: z.string().min(1).nullable(), eos: z.string().min(1).nullable() }),
  /** Where its text was read, the deciding source first. */
  sources: Sources,
  /** Whom the text comes from, and under which licence. */
  attribution: z.string().min(1),
  notes: z.array(z.string().min(1)),
});

/** A chat template of the catalog and what is known about it. */
export type TemplateFile = z.infer<typeof TemplateFileSchema>;
