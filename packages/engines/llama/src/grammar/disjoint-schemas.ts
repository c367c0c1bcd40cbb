import { isDeepStrictEqual } from 'node:util';
import { readSchema, typeOfValue, typesByKeywords, typesOf, type SchemaNode, type SchemaType } from './schema.js';

/**
 * True when no value can fit both schemas, as far as can be seen: they have other types, other constants, or a property that both
 * require and whose schemas are disjoint.
 */
export function areDisjoint(a: SchemaNode, b: SchemaNode): boolean {
  const [values, others] = [valuesOf(a), valuesOf(b)];
  if (values !== undefined && others !== undefined) {
    return !values.some((value) => others.some((other) => isDeepStrictEqual(value, other)));
  }
  const [types, otherTypes] = [allTypes(a), allTypes(b)];
  if (!types.some((type) => otherTypes.some((other) => overlaps(type, other)))) return true;
  if (types.join() !== 'object' || otherTypes.join() !== 'object') return false;
  const shared = requiredOf(a).filter((name) => requiredOf(b).includes(name));
  return shared.some((name) => areDisjoint(property(a, name), property(b, name)));
}

function valuesOf({ schema }: SchemaNode): readonly unknown[] | undefined {
  if ('const' in schema) return [schema['const']];
  return Array.isArray(schema['enum']) ? (schema['enum'] as readonly unknown[]) : undefined;
}

function allTypes(node: SchemaNode): readonly SchemaType[] {
  return valuesOf(node)?.map((value) => typeOfValue(value)) ?? typesOf(node) ?? typesByKeywords(node);
}

function overlaps(a: SchemaType, b: SchemaType): boolean {
  return a === b || (a === 'number' && b === 'integer') || (a === 'integer' && b === 'number');
}

function requiredOf({ schema }: SchemaNode): readonly unknown[] {
  return Array.isArray(schema['required']) ? (schema['required'] as readonly unknown[]) : [];
}

function property({ schema, path }: SchemaNode, name: unknown): SchemaNode {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, unknown>>;
  return readSchema(properties[String(name)] ?? true, [...path, 'properties', String(name)]);
}
