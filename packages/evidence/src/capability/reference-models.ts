/** The models that open ones are held against, by id of their family. */
export const REFERENCES = ['gpt-3.5', 'gpt-4'] as const;

/** One of the references. */
export type ReferenceId = (typeof REFERENCES)[number];

/**
 * Ids that published scores use for the plain chat models: the name, a context length, the date of a snapshot. Left out are what is not
 * the same system: completions (`gpt-3.5-turbo-instruct`), and the model within a method (`gpt-3.5-turbo-critic`).
 */
const PATTERNS: Readonly<Record<ReferenceId, RegExp>> = {
  'gpt-3.5': /^gpt-3\.5-turbo(-\d+k)?(-\d{4}(-\d{2}){0,2})?$/u,
  'gpt-4': /^gpt-4(-\d+k)?(-\d{4}(-\d{2}){0,2})?$/u,
};

/** The reference that a model is, by its id; undefined for all others. */
export function referenceOf(modelId: string): ReferenceId | undefined {
  return REFERENCES.find((reference) => PATTERNS[reference].test(modelId));
}
