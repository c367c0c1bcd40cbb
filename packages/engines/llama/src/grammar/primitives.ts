import { ANY, writtenCharacter } from './character-set.js';

/** A code point by number; surrogates, which come in pairs, are left out, so that each escape is one character. */
const UNICODE_ESCAPE = '"\\\\u" ([0-9a-cA-CeEfF] [0-9a-fA-F]{3} | [dD] [0-7] [0-9a-fA-F]{2})';

/**
 * Rules that schemas refer to. Numbers have at most 15 digits before and behind the point and two of exponent, so that they are finite;
 * white space is a space, or a line feed with up to 20 spaces, so that it ends.
 */
export const PRIMITIVES: readonly string[] = [
  'space ::= | " " | "\\n" " "{0,20}',
  `char ::= ${writtenCharacter(ANY) ?? ''} | ${UNICODE_ESCAPE}`,
  'string ::= "\\"" char* "\\""',
  'integer ::= "0" | "-"? [1-9] [0-9]{0,14}',
  'number ::= "-"? ("0" | [1-9] [0-9]{0,14}) ("." [0-9]{1,15})? ([eE] [-+]? [0-9]{1,2})?',
  'object ::= "{" space (string ":" space value ("," space string ":" space value)*)? space "}"',
  'array ::= "[" space (value ("," space value)*)? space "]"',
  'value ::= object | array | string | number | "true" | "false" | "null"',
];
