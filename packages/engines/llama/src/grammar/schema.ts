import { schemaError, type SchemaPath } from './schema-error.js';

/** A JSON schema as an object, and where it stands in the whole. */
export interface SchemaNode {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly path: SchemaPath;
}

/** Gives the name of a rule for a schema inside of another one. */
export type MakeRule = (schema: unknown, path: SchemaPath) => string;

export const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] as const;
export type SchemaType = (typeof TYPES)[number];

/** Keywords that say something of values of one type only. */
export const TYPE_KEYWORDS: Readonly<Record<SchemaType, readonly string[]>> = {
  object: ['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties'],
  array: ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  boolean: [],
  null: [],
};

/** Keywords that say nothing of the values. */
const ANNOTATIONS = [
  '$schema',
  '$id',
  '$anchor',
  '$comment',
  '$defs',
  'definitions',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'contentMediaType',
  'contentEncoding',
];
const COMBINING = ['type', 'const', 'enum', 'anyOf', 'oneOf', 'allOf', '$ref'];
const KNOWN = new Set([...ANNOTATIONS, ...COMBINING, ...Object.values(TYPE_KEYWORDS).flat()]);

/** A schema without what says nothing of values. Throws `UserError` for keywords that no grammar can guarantee. */
export function readSchema(value: unknown, path: SchemaPath): SchemaNode {
  if (value === true) return { schema: {}, path };
  if (value === false) throw schemaError(path, 'false allows no value');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw schemaError(path, 'a schema is an object, true or false');
  }
  const unknown = Object.keys(value).find((key) => !KNOWN.has(key));
  if (unknown !== undefined) throw schemaError([...path, unknown], 'this keyword cannot be guaranteed by a grammar');
  const schema = Object.fromEntries(Object.entries(value).filter(([key]) => !ANNOTATIONS.includes(key)));
  return { schema, path };
}

/** A keyword's value as a whole number of at least 0. */
export function countOf({ schema, path }: SchemaNode, keyword: string): number | undefined {
  const value = schema[keyword];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw schemaError([...path, keyword], 'a whole number of at least 0 is expected');
}

/** A keyword's value as a list. */
export function listOf({ schema, path }: SchemaNode, keyword: string): readonly unknown[] {
  const value = schema[keyword];
  if (Array.isArray(value)) return value as readonly unknown[];
  throw schemaError([...path, keyword], 'a list is expected');
}

/** The types that a schema allows, as far as `type` says; undefined when it says nothing. */
export function typesOf({ schema, path }: SchemaNode): readonly SchemaType[] | undefined {
  const { type } = schema;
  if (type === undefined) return undefined;
  const types: readonly unknown[] = [type].flat();
  const wrong = types.find((one) => !TYPES.includes(one as SchemaType));
  if (wrong !== undefined || types.length === 0) {
    throw schemaError([...path, 'type'], `one of ${TYPES.join(', ')} is expected`);
  }
  return types as readonly SchemaType[];
}

/** The types whose keywords a schema has: what it is about when it has no `type`. */
export function typesByKeywords({ schema }: SchemaNode): readonly SchemaType[] {
  const types = TYPES.filter((type) => type !== 'integer' && TYPE_KEYWORDS[type].some((key) => key in schema));
  return types.length === 0 ? TYPES.filter((type) => type !== 'integer') : types;
}

/** The type of a JSON value. */
export function typeOfValue(value: unknown): SchemaType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as SchemaType;
}
