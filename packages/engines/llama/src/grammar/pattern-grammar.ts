import { ANY, intersection, writtenCharacter, type CharacterSet } from './character-set.js';
import { oneOf, repeated, sequence } from './gbnf.js';
import { parsePattern, type PatternNode } from './pattern-parser.js';

/** Characters that are one to every validator: those behind are two to a pattern that is not read as Unicode. */
const FIRST_PLANE: CharacterSet = [[0, 0xffff]];

/**
 * GBNF of the inside of a JSON string that matches a regular expression of ECMAScript, as JSON schema has it (`pattern`). Throws
 * `Error` for what cannot be used.
 */
export function patternGrammar(pattern: string): string {
  const { node, isAtStart, isAtEnd } = parsePattern(pattern);
  const anything = `${writtenCharacter(ANY) ?? ''}*`;
  return sequence(isAtStart ? '' : anything, expression(node), isAtEnd ? '' : anything);
}

function expression(node: PatternNode): string {
  switch (node.kind) {
    case 'characters': {
      const plain = intersection(node.set, FIRST_PLANE);
      const written = writtenCharacter(plain.length > 0 ? plain : node.set);
      if (written === undefined) throw new Error('a set of characters has none that a JSON string can hold');
      return written;
    }
    case 'sequence':
      return node.parts.length === 0 ? '""' : sequence(...node.parts.map((part) => grouped(part)));
    case 'alternatives':
      return oneOf(node.options.map((option) => expression(option)));
    case 'repeat':
      return repeated(grouped(node.of), node.least, node.most);
    default:
      return node satisfies never;
  }
}

/** An expression that can stand beside others and be repeated. */
function grouped(node: PatternNode): string {
  return node.kind === 'characters' ? expression(node) : `(${expression(node)})`;
}
