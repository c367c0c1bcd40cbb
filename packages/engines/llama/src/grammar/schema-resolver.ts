import { mergeSchemas } from './merge-schemas.js';
import { listOf, readSchema, type SchemaNode } from './schema.js';
import { schemaError } from './schema-error.js';

/** Follows what a schema refers to. */
export class SchemaResolver {
  readonly #root: unknown;
  /** References that are being followed without a rule between them. */
  readonly #following: string[] = [];

  constructor(root: unknown) {
    this.#root = root;
  }

  /** What a reference inside of the schema (`#/$defs/name`) leads to, through any number of references. */
  resolve({ path }: SchemaNode, reference: string): SchemaNode {
    if (reference !== '#' && !reference.startsWith('#/'))
      throw schemaError([...path, '$ref'], 'only references inside of the schema can be used');
    if (this.#following.includes(reference)) throw schemaError([...path, '$ref'], 'it leads back to itself');
    const keys = reference
      .slice(1)
      .split('/')
      .slice(1)
      .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
    let target = this.#root;
    for (const key of keys) target = (target as Readonly<Record<string, unknown>> | undefined | null)?.[key];
    if (target === undefined) throw schemaError([...path, '$ref'], `there is no ${reference}`);
    this.#following.push(reference);
    const node = this.flat(readSchema(target, keys));
    this.#following.pop();
    return node;
  }

  /** A schema with what it refers to and all of `allOf` put into it. */
  flat(node: SchemaNode): SchemaNode {
    const { $ref: reference, allOf, ...rest } = node.schema;
    let flat: SchemaNode = { schema: rest, path: node.path };
    if (typeof reference === 'string') flat = mergeSchemas(this.resolve(node, reference), flat);
    const all = allOf === undefined ? [] : listOf(node, 'allOf');
    for (const [index, part] of all.entries()) {
      flat = mergeSchemas(flat, this.flat(readSchema(part, [...node.path, 'allOf', index])));
    }
    return flat;
  }
}
