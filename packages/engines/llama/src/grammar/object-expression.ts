import { jsonLiteral, oneOf, repeated, sequence } from './gbnf.js';
import { countOf, listOf, type MakeRule, type SchemaNode } from './schema.js';
import { schemaError } from './schema-error.js';

/**
 * GBNF of the objects of a schema: the required properties in the schema's order, then the others in its order. Where properties are
 * named, no further ones are written; where none is, any number of them.
 */
export function objectExpression(node: SchemaNode, makeRule: MakeRule): string {
  const { schema, path } = node;
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, unknown>>;
  const required = (schema['required'] === undefined ? [] : listOf(node, 'required')).map(String);
  const names = [...new Set([...Object.keys(properties), ...required])];
  const [least, most] = [countOf(node, 'minProperties') ?? 0, countOf(node, 'maxProperties')];
  const { additionalProperties: further = true } = schema;
  if (names.length === 0) return further === false ? emptyObject(node, least) : mapExpression(node, makeRule);
  const unnamed = required.find((name) => !(name in properties) && further === false);
  if (unnamed !== undefined) throw schemaError([...path, 'required'], `${unnamed} is no property`);
  if (least > required.length || (most !== undefined && most < names.length)) {
    const keyword = least > required.length ? 'minProperties' : 'maxProperties';
    throw schemaError([...path, keyword], 'with named properties it can be guaranteed by required alone');
  }
  const member = (name: string): string => {
    const value = makeRule(properties[name] ?? further, [...path, 'properties', name]);
    return `${jsonLiteral(name)} ":" space ${value}`;
  };
  const needed = names.filter((name) => required.includes(name)).map((name) => member(name));
  const optional = names.filter((name) => !required.includes(name)).map((name) => member(name));
  return sequence('"{" space', membersOf(needed, optional), 'space "}"');
}

/** Optional members behind another one. */
function after(members: readonly string[]): string {
  return members.map((one) => `("," space ${one})?`).join(' ');
}

function membersOf(needed: readonly string[], optional: readonly string[]): string {
  if (needed.length > 0) return sequence(needed.join(' "," space '), after(optional));
  const beginnings = optional.map((one, index) => sequence(one, after(optional.slice(index + 1))));
  return `${oneOf(beginnings.map((one) => `(${one})`))}?`;
}

/** An object whose properties have any names. A name that comes twice counts once, so that no more than one is certain. */
function mapExpression(node: SchemaNode, makeRule: MakeRule): string {
  const { schema, path } = node;
  const [least, most] = [countOf(node, 'minProperties') ?? 0, countOf(node, 'maxProperties')];
  if (least > 1) throw schemaError([...path, 'minProperties'], 'more than 1 cannot be guaranteed by a grammar');
  if (most === 0) return emptyObject(node, least);
  const member = `string ":" space ${makeRule(schema['additionalProperties'] ?? true, [...path, 'additionalProperties'])}`;
  const all = sequence(member, repeated(`("," space ${member})`, 0, most === undefined ? undefined : most - 1));
  return sequence('"{" space', least === 0 ? `(${all})?` : all, 'space "}"');
}

function emptyObject({ path }: SchemaNode, least: number): string {
  if (least > 0) throw schemaError([...path, 'minProperties'], 'there are no properties');
  return '"{" space "}"';
}
