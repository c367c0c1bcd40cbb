import { iterate } from './compare.js';
import type { Scope } from './scope.js';
import type { ExpressionNode } from './syntax.js';
import { isDict, type NamedArguments, type TemplateValue } from './values.js';

/** The arguments of one call. */
export interface CallArguments {
  readonly positional: readonly TemplateValue[];
  readonly named: NamedArguments;
}

const NO_ARGUMENTS: CallArguments = { positional: [], named: new Map() };

/** Compiles the arguments of a call or filter, `*list` and `**dict` among them. */
export function compileArguments(
  nodes: readonly ExpressionNode[],
  compile: (node: ExpressionNode) => (scope: Scope) => TemplateValue,
): (scope: Scope) => CallArguments {
  if (nodes.length === 0) return () => NO_ARGUMENTS;
  const parts = nodes.map((node) => {
    const isWrapped = node.type === 'SpreadExpression' || node.type === 'KeywordSpreadExpression';
    const inner = isWrapped ? node.argument : node.type === 'KeywordArgumentExpression' ? node.value : node;
    return { node, value: compile(inner) };
  });
  return (scope) => {
    const positional: TemplateValue[] = [];
    const named = new Map<string, TemplateValue>();
    for (const { node, value } of parts) {
      const given = value(scope);
      if (node.type === 'KeywordArgumentExpression') named.set(node.key.value, given);
      else if (node.type === 'SpreadExpression') positional.push(...iterate(given));
      else if (node.type === 'KeywordSpreadExpression') {
        for (const [name, item] of isDict(given) ? Object.entries(given) : []) named.set(name, item);
      } else positional.push(given);
    }
    return { positional, named };
  };
}
