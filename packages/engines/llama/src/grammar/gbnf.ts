/** A literal of GBNF. */
export function literal(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** One of several expressions. */
export function oneOf(alternatives: readonly string[]): string {
  return alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(' | ')})`;
}

/** An expression between `least` and `most` times; empty where it is never. */
export function repeated(expression: string, least: number, most: number | undefined): string {
  if (most === 0) return '';
  if (most === undefined)
    return least === 0 ? `${expression}*` : least === 1 ? `${expression}+` : `${expression}{${least},}`;
  if (least === 1 && most === 1) return expression;
  return least === 0 && most === 1 ? `${expression}?` : `${expression}{${least},${most}}`;
}

/** A JSON value as a literal, written without spaces. */
export function jsonLiteral(value: unknown): string {
  return literal(JSON.stringify(value));
}

/** Expressions one after the other. */
export function sequence(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
