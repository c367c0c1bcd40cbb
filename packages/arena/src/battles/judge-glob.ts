const SPECIAL = /[\\^$.+()|{}[\]]/g;

/**
 * A test of names by patterns separated by commas: `*` stands for any text, `?` for one character, a leading `!` takes names away.
 * `expert_*,!expert_0`.
 */
export function matchNames(patterns: string): (name: string) => boolean {
  const given = patterns.split(',').map((pattern) => pattern.trim());
  const wanted = given.filter((pattern) => pattern !== '' && !pattern.startsWith('!')).map(toExpression);
  const unwanted = given.filter((pattern) => pattern.startsWith('!')).map((pattern) => toExpression(pattern.slice(1)));
  return (name) =>
    (wanted.length === 0 || wanted.some((pattern) => pattern.test(name))) &&
    !unwanted.some((pattern) => pattern.test(name));
}

function toExpression(pattern: string): RegExp {
  const source = pattern
    .replace(SPECIAL, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'su');
}
