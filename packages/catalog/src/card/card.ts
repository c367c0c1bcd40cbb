import { z } from 'zod';
import { Architecture } from './architecture.js';
import { fact, Id, Sources } from './fact.js';
import { Finetuning } from './finetuning.js';
import { Licence } from './licence.js';
import { Pretraining } from './pretraining.js';
import { Training } from './training.js';
import { Weights } from './weights.js';

/** What a model was tuned for. */
export const MODEL_KINDS = ['base', 'instruct', 'chat', 'multimodal'] as const;

/** Number of weights. */
const Parameters = z.strictObject({
  value: z.int().positive(),
  /** Counted in the file's tensors, printed by the authors, worked out from the shapes, or the rounded number of the model's name. */
  basis: z.enum(['counted', 'reported', 'computed', 'nominal']),
  sources: Sources,
});

/** What a hosted model costs, per million tokens. */
const Price = z.strictObject({
  input: z.number().nonnegative(),
  output: z.number().nonnegative(),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** `YYYY-MM-DD`: when the source said so. */
  date: z.iso.date(),
  source: z.string().min(1),
});

/** llama.cpp's name for the architecture. */
const LlamaCpp = z.strictObject({
  /** Null: it has none. */
  architecture: z.string().min(1).nullable(),
  /** Whether its converter takes the hub's files; null: not clear. */
  converter: z.boolean().nullable(),
  note: z.string().min(1).nullable(),
  sources: Sources,
});

/**
 * The card of a model: `cards/<family>/<id>.yaml` over the family's `family.yaml`. Unknown facts are null, never guesses. Several
 * files of one model (other quantisations) are several cards.
 */
export const ModelCardSchema = z.strictObject({
  version: z.literal(2),
  /** What people type. */
  id: Id,
  name: z.string().min(1),
  /** Groups the sizes and versions of one release; the folder of the card. */
  family: Id,
  kind: z.enum(MODEL_KINDS),
  developer: fact(z.string().min(1)),
  /** `YYYY-MM` or `YYYY-MM-DD`: first public release of the weights, or of the system where there are none. */
  released: fact(z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/)).nullable(),
  /** Direct parent: the id of a card or of `cards/external.yaml`; a fact whose value is null says that there is none. */
  baseModel: fact(Id.nullable()).nullable(),
  licence: Licence,
  /** ISO 639-1 codes; `code` for programming languages, `multi` for many. */
  languages: fact(z.array(z.string().min(2)).min(1)),
  parameters: Parameters.nullable(),
  weights: Weights,
  /** Of a tuned model: its base's, unless it says otherwise. */
  architecture: Architecture.nullable(),
  pretraining: Pretraining.nullable(),
  finetuning: Finetuning.nullable(),
  training: Training.nullable(),
  llamaCpp: LlamaCpp.nullable(),
  /** Tokens that a token sees in every layer, where the model has such a window and GGUF files of it leave it out. */
  slidingWindow: fact(z.int().positive()).nullable(),
  /** Name of the chat template, for files that have none; a fact whose value is null says that the model has none. */
  template: fact(Id.nullable()).nullable(),
  /** The model spec that reaches a hosted model. */
  remote: fact(z.string().regex(/^(openai|anthropic):[\w./-]+$/)).nullable(),
  price: Price.nullable(),
  notes: z.array(z.string().min(1)),
});

/** The card of a model. */
export type ModelCard = z.infer<typeof ModelCardSchema>;
