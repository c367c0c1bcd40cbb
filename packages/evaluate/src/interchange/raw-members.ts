/** A string, a bracket, a comma or a colon; whatever else stands between them belongs to a value. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/**
 * The members of a JSON object as the texts they are written in. A parsed value has lost what Python told apart: `1.0` from `1`.
 * The text must be a valid JSON object (NaN and Infinity count as valid).
 */
export function rawMembers(text: string): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  let depth = 0;
  let key: string | undefined;
  let start = 0;
  let lastString = '';
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token.startsWith('"')) lastString = token;
    else if (token === '{' || token === '[') depth += 1;
    else if (token === ':' && depth === 1 && key === undefined) {
      key = JSON.parse(lastString) as string;
      start = index + 1;
    } else if (depth === 1 && key !== undefined && (token === ',' || token === '}')) {
      members.set(key, text.slice(start, index).trim());
      key = undefined;
    }
    if (token === '}' || token === ']') depth -= 1;
  }
  return members;
}
