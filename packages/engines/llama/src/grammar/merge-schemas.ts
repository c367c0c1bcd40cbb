import { isDeepStrictEqual } from 'node:util';
import { readSchema, typesOf, type SchemaNode } from './schema.js';
import { schemaError } from './schema-error.js';

/** The schema whose values fit both: their keywords side by side. Throws `UserError` where both say different things with one keyword. */
export function mergeSchemas(a: SchemaNode, b: SchemaNode): SchemaNode {
  const merged: Record<string, unknown> = { ...a.schema };
  for (const [keyword, value] of Object.entries(b.schema)) {
    merged[keyword] = keyword in merged ? join(keyword, a, b) : value;
  }
  return { schema: merged, path: b.path };
}

function join(keyword: string, a: SchemaNode, b: SchemaNode): unknown {
  const [first, second] = [a.schema[keyword], b.schema[keyword]];
  if (isDeepStrictEqual(first, second)) return first;
  switch (keyword) {
    case 'required':
      return [...new Set([...(first as readonly unknown[]), ...(second as readonly unknown[])])];
    case 'properties':
      return joinProperties(a, b);
    case 'type':
      return joinTypes(a, b);
    default:
      throw schemaError([...b.path, keyword], 'it stands beside another one, and both cannot be joined');
  }
}

function joinProperties(a: SchemaNode, b: SchemaNode): Readonly<Record<string, unknown>> {
  const [first, second] = [a.schema['properties'] as object, b.schema['properties'] as object];
  const merged: Record<string, unknown> = { ...first };
  for (const [name, schema] of Object.entries(second)) {
    const path = [...b.path, 'properties', name];
    merged[name] =
      name in merged ? mergeSchemas(readSchema(merged[name], path), readSchema(schema, path)).schema : schema;
  }
  return merged;
}

function joinTypes(a: SchemaNode, b: SchemaNode): readonly string[] {
  const [first, second] = [typesOf(a) ?? [], typesOf(b) ?? []];
  const both = first.filter((type) => second.includes(type) || (type === 'integer' && second.includes('number')));
  const narrowed = second.includes('integer') && first.includes('number') && !both.includes('integer');
  const types = [...both, ...(narrowed ? ['integer'] : [])];
  if (types.length === 0) throw schemaError([...b.path, 'type'], 'no type fits both');
  return types;
}
