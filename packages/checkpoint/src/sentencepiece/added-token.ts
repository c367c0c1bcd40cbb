/** A token that is found in a text before the SentencePiece model sees it (transformers' `AddedToken`). */
export interface AddedToken {
  readonly id: number;
  readonly text: string;
  /** Special tokens are left out of texts for people. */
  readonly isSpecial: boolean;
  /** It is looked for when spaces have been put in front and written as ▁, with its own text treated alike. */
  readonly isNormalized: boolean;
  /** It swallows the white space before it, or behind it. */
  readonly stripsLeft: boolean;
  readonly stripsRight: boolean;
}

/** One as the files declare it, mostly without an id. */
export type Declared = Omit<AddedToken, 'id'> & {
  readonly id?: number;
  /** It is found between other words only, which is not supported. */
  readonly isSingleWord?: boolean;
};

/** A token as a text, or as an object with its `content` and flags. */
export function declared(token: unknown, known: Partial<Declared>): readonly Declared[] {
  const flags = isRecord(token) ? token : {};
  const text = typeof token === 'string' ? token : flags['content'];
  if (typeof text !== 'string' || text === '') return [];
  const isSpecial = known.isSpecial ?? flags['special'] === true;
  return [
    {
      text,
      isNormalized: typeof flags['normalized'] === 'boolean' ? flags['normalized'] : !isSpecial,
      stripsLeft: flags['lstrip'] === true,
      stripsRight: flags['rstrip'] === true,
      isSingleWord: flags['single_word'] === true,
      ...known,
      isSpecial,
    },
  ];
}

/** True for an object of JSON. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
