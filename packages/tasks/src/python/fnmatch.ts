import { escapeRegex } from './regex/escape-regex.js';

/** A pattern of Python's `fnmatch.fnmatchcase` as a regular expression: `*`, `?`, `[seq]`, `[!seq]`; case matters. */
export function fnmatchPattern(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length;) {
    const character = pattern.charAt(at);
    const close = character === '[' ? pattern.indexOf(']', at + (pattern.charAt(at + 1) === '!' ? 3 : 2)) : -1;
    if (close > 0) {
      source += characterSet(pattern.slice(at + 1, close));
      at = close + 1;
    } else {
      source += character === '*' ? '[^]*' : character === '?' ? '[^]' : escapeRegex(character);
      at++;
    }
  }
  return new RegExp(`^${source}$`, 'u');
}

function characterSet(content: string): string {
  const isNegated = content.startsWith('!');
  const characters = (isNegated ? content.slice(1) : content).replace(/[\\[\]^]/gu, '\\$&');
  const set =
    characters.startsWith('-') || characters.endsWith('-') ? characters.replace(/^-|-$/gu, '\\-') : characters;
  return `[${isNegated ? '^' : ''}${set}]`;
}
