import { UserError } from '@understudy/core';

/** Where in a schema something stands: the keys that lead to it. */
export type SchemaPath = readonly (string | number)[];

/** A schema that no grammar can be made of, named by the place at fault as a JSON pointer. */
export function schemaError(path: SchemaPath, what: string): UserError {
  const pointer = `#${path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
  return new UserError({
    code: 'json-schema-unsupported',
    message: `Making a grammar of a JSON schema: ${pointer}: ${what}.`,
    hint: 'Simplify the schema there. What a grammar cannot guarantee is refused, so that every answer fits the schema.',
    values: { pointer },
  });
}
