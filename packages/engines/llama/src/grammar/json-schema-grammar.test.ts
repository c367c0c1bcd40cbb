import { describe, expect, it } from 'vitest';
import { jsonSchemaGrammar } from './json-schema-grammar.js';

const grammar = (schema: unknown): string => jsonSchemaGrammar(JSON.stringify(schema));

/** The rules of a grammar without the general ones. */
function rules(schema: unknown): readonly string[] {
  return grammar(schema)
    .split('\n')
    .filter((line) => /^(root|rule-)/.test(line));
}

describe('the grammar of a JSON schema', () => {
  it('has required properties first, and commas where they belong', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'integer' }, b: { type: 'boolean' }, c: { type: 'null' } },
      required: ['b'],
    };
    expect(rules(schema)).toEqual([
      'root ::= rule-0',
      String.raw`rule-0 ::= "{" space "\"b\"" ":" space rule-1 ("," space "\"a\"" ":" space rule-2)? ("," space "\"c\"" ":" space rule-3)? space "}"`,
      'rule-1 ::= ("true" | "false")',
      'rule-2 ::= integer',
      'rule-3 ::= "null"',
    ]);
  });

  it('refers to itself where the schema does', () => {
    const list = { type: 'object', properties: { next: { anyOf: [{ type: 'null' }, { $ref: '#' }] } } };
    expect(rules(list)).toEqual([
      'root ::= rule-0',
      String.raw`rule-0 ::= "{" space ("\"next\"" ":" space rule-1)? space "}"`,
      'rule-1 ::= (rule-2 | rule-3)',
      'rule-2 ::= "null"',
      String.raw`rule-3 ::= "{" space ("\"next\"" ":" space rule-4)? space "}"`,
      'rule-4 ::= (rule-5 | rule-3)',
      'rule-5 ::= "null"',
    ]);
  });

  it.each<[unknown, RegExp]>([
    [{ type: 'array', uniqueItems: true }, /#\/uniqueItems: /],
    [{ type: 'object', patternProperties: {} }, /#\/patternProperties: this keyword cannot be guaranteed/],
    [{ not: { type: 'string' } }, /#\/not: /],
    [{ oneOf: [{ type: 'number' }, { type: 'integer' }] }, /#\/oneOf: a value could fit both 0 and 1; use anyOf/],
    [{ properties: { a: { type: 'string', format: 'email' } } }, /#\/properties\/a\/format: only date, time/],
    [{ type: 'string', pattern: '(?=a)b' }, /#\/pattern: look-around/],
    [{ type: 'string', pattern: '(a)\\1' }, /#\/pattern: /],
    [{ type: 'string', pattern: '[' }, /#\/pattern: /],
    [{ $ref: '#/$defs/none' }, /there is no #\/\$defs\/none/],
    [{ $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } }, /it leads back to itself/],
    [{ $ref: 'https://example.org/schema' }, /only references inside/],
    [{ allOf: [{ type: 'string' }, { type: 'number' }] }, /no type fits both/],
    [{ allOf: [{ minLength: 1 }, { minLength: 2 }] }, /minLength: it stands beside another one/],
    [{ type: 'integer', minimum: 1.2, maximum: 1.8 }, /there is no whole number between/],
    [{ type: 'number', multipleOf: 0.5 }, /#\/multipleOf: /],
    [{ enum: ['a'], type: 'number' }, /it allows no value/],
    [{ type: 'text' }, /#\/type: one of object, array/],
    [false, /false allows no value/],
    ['string', /a schema is an object/],
  ])('is refused where it could not be kept: %j', (schema, message) => {
    expect(() => grammar(schema)).toThrow(
      expect.objectContaining({ code: 'json-schema-unsupported', message: expect.stringMatching(message) }),
    );
  });

  it('is refused for what is no JSON', () => {
    expect(() => jsonSchemaGrammar('{type: object}')).toThrow(expect.objectContaining({ code: 'json-schema-invalid' }));
  });
});
