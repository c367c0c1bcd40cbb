import { repeated, sequence } from './gbnf.js';
import { countOf, listOf, type MakeRule, type SchemaNode } from './schema.js';
import { schemaError } from './schema-error.js';

/** GBNF of the arrays of a schema. Of items with schemas of their own (`prefixItems`) all are written. */
export function arrayExpression(node: SchemaNode, makeRule: MakeRule): string {
  const { schema, path } = node;
  if (schema['uniqueItems'] === true)
    throw schemaError([...path, 'uniqueItems'], 'this keyword cannot be guaranteed by a grammar');
  const isTuple = Array.isArray(schema['items']);
  const prefixKeyword = isTuple ? 'items' : 'prefixItems';
  const prefix = schema[prefixKeyword] === undefined ? [] : listOf(node, prefixKeyword);
  const items: unknown = isTuple ? undefined : schema['items'];
  const [least, most] = [countOf(node, 'minItems') ?? 0, countOf(node, 'maxItems')];
  if (most !== undefined && (most < least || most < prefix.length)) {
    throw schemaError([...path, 'maxItems'], 'it is below minItems or the number of prefixItems');
  }
  const first = prefix.map((one, index) => makeRule(one, [...path, prefixKeyword, index])).join(' "," space ');
  const rest = Math.max(0, least - prefix.length);
  const isOpen = items !== false && (prefix.length === 0 || rest > 0);
  if (!isOpen && rest > 0) throw schemaError([...path, 'minItems'], 'there are not so many items');
  const limit = most === undefined ? undefined : most - prefix.length;
  const following = isOpen && limit !== 0 ? makeRule(items ?? true, [...path, 'items']) : undefined;
  return sequence('"[" space', members(first, following, { rest, limit }), 'space "]"');
}

function members(
  first: string,
  following: string | undefined,
  { rest, limit }: { readonly rest: number; readonly limit: number | undefined },
): string {
  if (following === undefined) return first;
  const next = `("," space ${following})`;
  if (first !== '') return sequence(first, repeated(next, rest, limit));
  const tail = repeated(next, Math.max(0, rest - 1), limit === undefined ? undefined : limit - 1);
  const all = sequence(following, tail);
  return rest === 0 ? `(${all})?` : all;
}
