/** A value of a data set row as Python has it. A Python `tuple` is an array here too. */
export type PythonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly PythonValue[]
  | { readonly [key: string]: PythonValue };

/**
 * What JavaScript forgets of a Python value: whether a whole number is a float (`1.0`), and the order of keys that look
 * like whole numbers. Data sets know it from their column types.
 */
export type PythonShape =
  | { readonly kind: 'float' }
  | { readonly kind: 'list'; readonly item: PythonShape }
  | { readonly kind: 'dict'; readonly fields: readonly PythonField[] }
  | { readonly kind: 'other' };

/** A column, or a key of a nested value, with its shape. */
export interface PythonField {
  readonly name: string;
  readonly shape: PythonShape;
}

/** The shape of an element of a list. */
export function itemShape(shape: PythonShape | undefined): PythonShape | undefined {
  return shape?.kind === 'list' ? shape.item : undefined;
}

/** The entries of a dictionary with their shapes: those the shape names in its order, then the others in their own. */
export function shapedEntries(
  value: { readonly [key: string]: PythonValue },
  shape: PythonShape | undefined,
): readonly (readonly [string, PythonValue, PythonShape | undefined])[] {
  const fields = shape?.kind === 'dict' ? shape.fields.filter((field) => Object.hasOwn(value, field.name)) : [];
  const named = new Set(fields.map((field) => field.name));
  return [
    ...fields.map((field) => [field.name, value[field.name] ?? null, field.shape] as const),
    ...Object.entries(value).flatMap(([key, item]) => (named.has(key) ? [] : [[key, item, undefined] as const])),
  ];
}
