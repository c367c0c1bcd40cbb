/** A model as far as its family goes; null: it has no card. */
interface OfFamily {
  readonly family: string | null;
  readonly familyName: string | null;
}

/** The families of models to choose from, each once, by name. */
export function familyOptions(
  models: readonly OfFamily[],
): readonly { readonly value: string; readonly label: string }[] {
  const names = new Map(
    models.flatMap(({ family, familyName }): readonly [string, string][] =>
      family === null ? [] : [[family, familyName ?? family]],
    ),
  );
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
}
