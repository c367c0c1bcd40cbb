import { isTrue, iterate } from './compare.js';
import { compileExpression, type Expression } from './compile-expression.js';
import { printValue } from './print-value.js';
import { Scope } from './scope.js';
import type { ExpressionNode, ForNode, SetNode, StatementNode } from './syntax.js';
import { Missing, TemplateFailure, type TemplateDict, type TemplateValue } from './values.js';

/** What is written, and whether a loop is to be left. */
export interface Output {
  text: string;
  jump: 'none' | 'break' | 'continue';
}

/** A statement, compiled: writes to the output. */
export type Statement = (scope: Scope, output: Output) => void;

/** Compiles statements that run one after the other. */
export function compileBlock(nodes: readonly StatementNode[]): Statement {
  const statements = nodes.map(compileStatement);
  const [only] = statements;
  if (statements.length === 1 && only !== undefined) return only;
  return (scope, output) => {
    for (const statement of statements) {
      statement(scope, output);
      if (output.jump !== 'none') return;
    }
  };
}

function compileStatement(node: StatementNode): Statement {
  switch (node.type) {
    case 'If': {
      const [test, body, alternate] = [
        compileExpression(node.test),
        compileBlock(node.body),
        compileBlock(node.alternate),
      ];
      return (scope, output) => (isTrue(test(scope)) ? body : alternate)(scope, output);
    }
    case 'For':
      return compileFor(node);
    case 'Set':
      return compileSet(node);
    case 'Comment':
      return () => undefined;
    case 'Break':
    case 'Continue': {
      const jump = node.type === 'Break' ? 'break' : 'continue';
      return (_scope, output) => {
        output.jump = jump;
      };
    }
    case 'Macro':
    case 'CallStatement':
    case 'FilterStatement':
      throw new TemplateFailure(`{% macro %}, {% call %} and {% filter %} cannot be used in task templates`);
    case 'StringLiteral': {
      const { value } = node;
      return (_scope, output) => {
        output.text += value;
      };
    }
    default: {
      const expression = compileExpression(node);
      return (scope, output) => {
        output.text += printValue(expression(scope));
      };
    }
  }
}

/** Puts a value under one name, or its items under several. */
function compileTarget(node: ExpressionNode): (scope: Scope, value: TemplateValue) => void {
  if (node.type === 'Identifier') return (scope, value) => scope.set(node.value, value);
  if (node.type !== 'TupleLiteral') throw new TemplateFailure('expected a name, or names with commas, to assign to');
  const targets = node.value.map(compileTarget);
  return (scope, value) => {
    const items = iterate(value);
    if (items.length !== targets.length) {
      throw new TemplateFailure(`expected ${targets.length} values to unpack, found ${items.length}`);
    }
    for (const [index, target] of targets.entries()) target(scope, items[index] ?? null);
  };
}

function compileSet(node: SetNode): Statement {
  const target = compileTarget(node.assignee);
  if (node.value !== null) {
    const value = compileExpression(node.value);
    return (scope) => target(scope, value(scope));
  }
  const body = compileBlock(node.body);
  return (scope) => {
    const output: Output = { text: '', jump: 'none' };
    body(scope, output);
    target(scope, output.text);
  };
}

/** What `loop` says inside a loop. */
function describeLoop(items: readonly TemplateValue[], index: number): TemplateDict {
  return {
    index: index + 1,
    index0: index,
    revindex: items.length - index,
    revindex0: items.length - index - 1,
    first: index === 0,
    last: index === items.length - 1,
    length: items.length,
    previtem: index > 0 ? (items[index - 1] ?? null) : new Missing('there is no previous item'),
    nextitem: items[index + 1] ?? new Missing('there is no next item'),
  };
}

function compileFor(node: ForNode): Statement {
  // `for x in items if condition` is parsed as a selection.
  const selection = node.iterable.type === 'SelectExpression' ? node.iterable : undefined;
  const iterable = compileExpression(selection?.lhs ?? node.iterable);
  const condition: Expression | undefined = selection && compileExpression(selection.test);
  const target = compileTarget(node.loopvar);
  const [body, otherwise] = [compileBlock(node.body), compileBlock(node.defaultBlock)];
  return (scope, output) => {
    const items = iterate(iterable(scope)).filter((item) => {
      if (condition === undefined) return true;
      const inner = new Scope(scope);
      target(inner, item);
      return isTrue(condition(inner));
    });
    if (items.length === 0) otherwise(scope, output);
    for (const [index, item] of items.entries()) {
      const inner = new Scope(scope);
      inner.set('loop', describeLoop(items, index));
      target(inner, item);
      body(inner, output);
      const { jump } = output;
      output.jump = 'none';
      if (jump === 'break') break;
    }
  };
}
