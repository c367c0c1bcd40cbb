/** A fact of a card as it is shown. */
export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly sources: readonly string[];
  /** Where more of it can be read. */
  readonly address?: string | undefined;
  /** Id of the model that the fact names, for its page. */
  readonly modelId?: string | undefined;
}

/** Facts that belong together. */
export interface FactGroup {
  readonly key: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** A fact unless it is not known. */
export function fact(known: Omit<Fact, 'value'> & { readonly value: string | null | undefined }): readonly Fact[] {
  const { value, ...rest } = known;
  return value === null || value === undefined || value === '' ? [] : [{ ...rest, value }];
}
