import type { OptionDefinition } from './option.js';

/** An option's default as text; undefined for what is off or absent unless asked for. */
export function shownDefault({ schema }: Pick<OptionDefinition, 'schema'>): string | undefined {
  const { data } = schema.safeParse(undefined);
  if (typeof data === 'string' || typeof data === 'number') return String(data);
  return Array.isArray(data) && data.length > 0 ? data.join(' ') : undefined;
}
