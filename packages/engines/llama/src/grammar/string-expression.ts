import { repeated } from './gbnf.js';
import { patternGrammar } from './pattern-grammar.js';
import { countOf, type SchemaNode } from './schema.js';
import { schemaError } from './schema-error.js';
import { FORMAT_PATTERNS } from './string-formats.js';

/** GBNF of the strings of a schema. */
export function stringExpression(node: SchemaNode): string {
  const { schema, path } = node;
  const { pattern, format } = schema;
  const [least, most] = [countOf(node, 'minLength') ?? 0, countOf(node, 'maxLength')];
  if (pattern === undefined && format === undefined) {
    if (most !== undefined && most < least) throw schemaError([...path, 'maxLength'], 'it is below minLength');
    return least === 0 && most === undefined ? 'string' : `"\\"" ${repeated('char', least, most)} "\\""`;
  }
  const other = ['minLength', 'maxLength', ...(pattern === undefined ? [] : ['format'])].find((key) => key in schema);
  if (other !== undefined) throw schemaError([...path, other], 'it cannot stand beside pattern or format');
  return `"\\"" ${pattern === undefined ? formatted(node) : matching(node)} "\\""`;
}

function formatted({ schema, path }: SchemaNode): string {
  const pattern = FORMAT_PATTERNS[String(schema['format'])];
  if (pattern !== undefined) return patternGrammar(pattern);
  throw schemaError([...path, 'format'], `only ${Object.keys(FORMAT_PATTERNS).join(', ')} can be guaranteed`);
}

function matching({ schema, path }: SchemaNode): string {
  try {
    return patternGrammar(String(schema['pattern']));
  } catch (error) {
    throw schemaError([...path, 'pattern'], error instanceof Error ? error.message : String(error));
  }
}
