const NOT_FINITE = '$number';

/**
 * JSON that also carries NaN and infinities (a log-probability can be −∞, a metric NaN), as `{"$number":"-Infinity"}`;
 * plain JSON would turn them into null.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'number' && !Number.isFinite(item) ? { [NOT_FINITE]: String(item) } : item,
  );
}

/** Reads what `toJson` wrote. Callers cast to what they wrote: the text comes from our own database. */
export function fromJson(text: string): unknown {
  // A reviver visits every value, so it runs only where it is needed.
  return text.includes(NOT_FINITE) ? JSON.parse(text, revive) : JSON.parse(text);
}

function revive(_key: string, item: unknown): unknown {
  if (typeof item !== 'object' || item === null || !(NOT_FINITE in item)) return item;
  return Number(item[NOT_FINITE]);
}
