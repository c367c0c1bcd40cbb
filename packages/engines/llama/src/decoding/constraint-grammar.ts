import type { Constraint } from '@understudy/core';
import { jsonSchemaGrammar } from '../grammar/json-schema-grammar.js';

/**
 * The GBNF grammar of a constraint.
 * @throws UserError for a schema that cannot be made a grammar
 */
export function constraintGrammar(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'grammar':
      return constraint.grammar;
    case 'json-schema':
      return jsonSchemaGrammar(constraint.schema);
    default:
      return constraint satisfies never;
  }
}
