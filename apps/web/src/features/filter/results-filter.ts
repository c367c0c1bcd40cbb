/** Which votes, and what is made of them: what all pages of results share, as it stands in their address. What is left out has its default. */
export interface ResultsFilter {
  readonly study?: string;
  readonly aspect?: string;
  readonly language?: string;
  readonly annotatorKind?: (typeof ANNOTATOR_KINDS)[number];
  readonly judge?: string;
  readonly ties?: 'half' | 'drop';
  readonly method?: 'bradley-terry' | 'elo' | 'davidson';
  readonly cluster?: 'auto' | 'none' | 'question' | 'annotator' | 'question,annotator';
  readonly control?: 'none' | 'length' | 'style';
}

/** The choices of each switch; the first is the default and does not stand in the address. */
export const FILTER_CHOICES = {
  method: ['bradley-terry', 'davidson', 'elo'],
  ties: ['half', 'drop'],
  cluster: ['auto', 'none', 'question', 'annotator', 'question,annotator'],
  control: ['none', 'length', 'style'],
} as const;

/** Who an annotator can be. */
export const ANNOTATOR_KINDS = ['crowd', 'expert', 'author'] as const;

const text = (value: unknown, max = 200): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= max
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;

function choice<Value extends string>(value: unknown, choices: readonly Value[]): Value | undefined {
  return choices.find((each) => each === value);
}

/** A choice that is not the default. */
function switched<Value extends string>(value: unknown, choices: readonly Value[]): Value | undefined {
  const chosen = choice(value, choices);
  return chosen === choices[0] ? undefined : chosen;
}

/** Reads an address; what it does not know, or what people have mistyped, is left out. */
export function readResultsFilter(search: Readonly<Record<string, unknown>>): ResultsFilter {
  return defined({
    study: text(search['study']),
    aspect: text(search['aspect'], 100),
    language: text(search['language'], 20),
    annotatorKind: choice(search['annotatorKind'], ANNOTATOR_KINDS),
    judge: text(search['judge']),
    ties: switched(search['ties'], FILTER_CHOICES.ties),
    method: switched(search['method'], FILTER_CHOICES.method),
    cluster: switched(search['cluster'], FILTER_CHOICES.cluster),
    control: switched(search['control'], FILTER_CHOICES.control),
  });
}

type Defined<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** Without the entries that are undefined. */
export function defined<Values extends Readonly<Record<string, unknown>>>(values: Values): Defined<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  // The same keys and values, less those that are undefined.
  return Object.fromEntries(entries) as Defined<Values>;
}
