import { UserError } from '@understudy/core';
import { SchemaCompiler } from './schema-compiler.js';

/**
 * A GBNF grammar whose texts are JSON that fits a schema (JSON Schema 2020-12, and what older drafts have alike). Not each fitting value
 * can be written (properties come in the schema's order, none but the named ones, strings have no surrogates, …), but each that can be
 * written fits.
 * @throws UserError `json-schema-invalid`, `json-schema-unsupported` for keywords that a grammar cannot guarantee
 */
export function jsonSchemaGrammar(schema: string): string {
  return new SchemaCompiler(parse(schema)).compile();
}

function parse(schema: string): unknown {
  try {
    return JSON.parse(schema) as unknown;
  } catch (cause) {
    throw new UserError({
      code: 'json-schema-invalid',
      message: `Reading a JSON schema: it is no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Give the schema as JSON, e.g. {"type": "object", "properties": {"answer": {"type": "string"}}}.',
      cause,
    });
  }
}
