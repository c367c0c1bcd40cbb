/** Names of the text that several questions of a task are about, as data sets have them: RACE, DROP, BoolQ, SQuAD, CoQA, PubMedQA … */
const SHARED_TEXTS = ['passage', 'article', 'context', 'contexts', 'story', 'paragraph'];

/** Shorter ones are no texts to ask several questions about: the beginning of a sentence, say. */
const LEAST_CHARACTERS = 200;

/**
 * The text that a document may share with others, in JSON; undefined where it has none. Questions on one text stand or fall together, so that
 * they count for less than as many questions on texts of their own (E. Miller, Adding error bars to evals, 2024, §2.2).
 */
export function sharedText(document: string): string | undefined {
  if (!SHARED_TEXTS.some((name) => document.includes(`"${name}"`))) return undefined;
  const fields = parse(document);
  const texts = SHARED_TEXTS.flatMap((name) => (fields[name] === undefined ? [] : [JSON.stringify(fields[name])]));
  return texts.find(({ length }) => length >= LEAST_CHARACTERS);
}

/** Documents are written as Python writes JSON, which may hold `NaN`; such a one counts as one without a text. */
function parse(document: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(document);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
