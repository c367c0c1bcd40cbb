import stringWidth from 'string-width';

/** A name and what it is; nothing is printed for what is unknown. */
export type Field = readonly [name: string, value: string | undefined];

/** Lines of names and values, the values below each other; further lines of a value are indented. */
export function formatFields(fields: readonly Field[]): string {
  const known = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  );
  const width = Math.max(...known.map(([name]) => stringWidth(name)));
  const indent = ' '.repeat(width + 2);
  return known
    .map(
      ([name, value]) =>
        `${name}${' '.repeat(width + 2 - stringWidth(name))}${value.trimEnd().replaceAll('\n', `\n${indent}`)}`,
    )
    .join('\n');
}
