import { z } from 'zod';

/** A fact and where it was read: `hf-card:owner/name`, `arxiv:…`, `gh:owner/repo path`, a web address, or `unverified`. */
const fact = <T extends z.ZodType>(value: T) => z.strictObject({ value, sources: z.array(z.string()).min(1) });

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The card of a model: one YAML file in `cards/`, named after the id. Unknown facts are null, never guesses. Several files of one
 * model (other quantisations) are several cards.
 */
export const ModelCardSchema = z.strictObject({
  version: z.literal(1),
  /** Kebab-case; what people type. */
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  name: z.string(),
  /** Groups the sizes and versions of one release. */
  family: z.string(),
  kind: z.enum(['base', 'instruct', 'chat', 'multimodal']),
  developer: fact(z.string()),
  /** `YYYY-MM` or `YYYY-MM-DD`: first public release of the weights. */
  released: fact(z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/)).nullable(),
  licence: z.strictObject({
    /** SPDX id, or `LicenseRef-…`. */
    id: z.string(),
    name: z.string(),
    url: z.url(),
    commercialUse: z.enum(['yes', 'no', 'conditional', 'unknown']),
    condition: z.string().nullable(),
    sources: z.array(z.string()).min(1),
  }),
  /** ISO 639-1 codes; `code` for programming languages, `multi` for many. */
  languages: fact(z.array(z.string())),
  /** Number of weights. */
  parameters: fact(z.int().positive()).nullable(),
  /** Direct parent; a fact whose value is null says that there is none. */
  baseModel: fact(z.string().nullable()).nullable(),
  /** Null for models whose weights can't be had, or have no file here yet. */
  weights: z
    .strictObject({
      /** Name on disk; of a split model the first part's. */
      file: z.string().regex(/^[\w.+-]+\.gguf$/),
      /** Content identity: see `modelIdentity`. All sources give these bytes. */
      sha256: Sha256,
      /** Of all parts. */
      sizeBytes: z.int().positive(),
      quantization: z.string(),
      /** Model specs in order of preference. */
      sources: z.array(z.strictObject({ spec: z.string(), evidence: z.string() })).min(1),
    })
    .nullable(),
  /** Jinja source that replaces the file's own template; null: use the file's own. */
  chatTemplate: z.string().nullable(),
  notes: z.array(z.string()),
});

/** The card of a model. */
export type ModelCard = z.infer<typeof ModelCardSchema>;
