/** PostgreSQL's text holds every character but U+0000, which a model may write; it is stored as the replacement character. */
export function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\u0000') ? value.replaceAll('\u0000', '\uFFFD') : value;
}

/** Whether a text is stored as it is. */
export function keepsText(text: string): boolean {
  return storable(text) === text;
}
