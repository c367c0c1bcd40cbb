/** Compiles a shell pattern as Python's `fnmatch.fnmatchcase`: `*`, `?`, `[abc]`, `[a-z]`, `[!a]`; case matters. */
export function compilePattern(pattern: string): RegExp {
  let source = '';
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index] ?? '';
    const isNegated = pattern[index + 1] === '!';
    // A `]` right behind the opening bracket stands for itself.
    const end = character === '[' ? pattern.indexOf(']', index + (isNegated ? 3 : 2)) : -1;
    if (character === '*') source += '.*';
    else if (character === '?') source += '.';
    else if (end > 0) {
      const members = pattern.slice(index + (isNegated ? 2 : 1), end).replace(/[\\\]^[]/g, '\\$&');
      source += `[${isNegated ? '^' : ''}${members}]`;
      index = end;
    } else source += character.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  }
  return new RegExp(`^${source}$`, 'su');
}
