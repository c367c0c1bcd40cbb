import { applySign, OPERATIONS } from './arithmetic.js';
import { compileArguments } from './compile-arguments.js';
import { getAttribute, getItem, getSlice } from './attributes.js';
import { isTrue } from './compare.js';
import { applyFilter, findFilter } from './filters/apply-filter.js';
import type { Scope } from './scope.js';
import type { BinaryNode, CallNode, ExpressionNode, IdentifierNode, MemberNode, SliceNode } from './syntax.js';
import { applyTest } from './tests.js';
import { defined, makeFloat, TemplateFailure, typeName, type TemplateValue } from './values.js';

/** An expression, compiled: called once a rendering. */
export type Expression = (scope: Scope) => TemplateValue;

const CONSTANTS: ReadonlyMap<string, TemplateValue> = new Map([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
]);

/** Compiles an expression with Python's semantics. Throws `TemplateFailure` for what task templates may not use. */
export function compileExpression(node: ExpressionNode): Expression {
  switch (node.type) {
    case 'IntegerLiteral':
    case 'StringLiteral':
      return constant(node.value);
    case 'FloatLiteral':
      return constant(makeFloat(node.value));
    case 'ArrayLiteral':
    case 'TupleLiteral': {
      const items = node.value.map(compileExpression);
      return (scope) => items.map((item) => defined(item(scope)));
    }
    case 'ObjectLiteral':
      return compileDict(node.value);
    case 'Identifier':
      return compileName(node.value);
    case 'MemberExpression':
      return compileMember(node);
    case 'CallExpression':
      return compileCall(node);
    case 'UnaryExpression':
      return compileUnary(node.operator.value, compileExpression(node.argument));
    case 'BinaryExpression':
      return compileBinary(node);
    case 'FilterExpression':
      return compileFilter(compileExpression(node.operand), node.filter);
    case 'TestExpression': {
      const operand = compileExpression(node.operand);
      const [name, isNegated] = [node.test.value, node.negate];
      return (scope) => applyTest(name, operand(scope)) !== isNegated;
    }
    case 'Ternary': {
      const [test, yes, no] = [node.condition, node.trueExpr, node.falseExpr].map(compileExpression) as Three;
      return (scope) => (isTrue(test(scope)) ? yes(scope) : no(scope));
    }
    case 'SelectExpression': {
      const [test, yes] = [compileExpression(node.test), compileExpression(node.lhs)];
      // Jinja2 gives a lenient undefined value here, even in strict mode; it behaves as an empty text.
      return (scope) => (isTrue(test(scope)) ? yes(scope) : '');
    }
    case 'SliceExpression':
    case 'KeywordArgumentExpression':
    case 'SpreadExpression':
    case 'KeywordSpreadExpression':
      throw new TemplateFailure(`${node.type} cannot stand here`);
    default:
      throw new TemplateFailure(
        `the template uses something unknown: ${String((node satisfies never as { type: unknown }).type)}`,
      );
  }
}

/** Three nodes make three expressions. */
type Three = [Expression, Expression, Expression];

const constant =
  (value: TemplateValue): Expression =>
  () =>
    value;

function compileName(name: string): Expression {
  const known = CONSTANTS.get(name);
  return known === undefined ? (scope) => scope.get(name) : constant(known);
}

function compileDict(entries: ReadonlyMap<ExpressionNode, ExpressionNode>): Expression {
  const compiled = [...entries].map(([key, value]) => [compileExpression(key), compileExpression(value)] as const);
  return (scope) =>
    Object.fromEntries(
      compiled.map(([key, value]) => {
        const name = key(scope);
        if (typeof name !== 'string') throw new TemplateFailure('keys of a dictionary must be texts');
        return [name, defined(value(scope))];
      }),
    );
}

function compileMember(node: MemberNode): Expression {
  const object = compileExpression(node.object);
  const { property } = node;
  if (property.type === 'SliceExpression') return compileSlice(object, property);
  if (!node.computed && property.type === 'Identifier') {
    const name = property.value;
    return (scope) => getAttribute(object(scope), name);
  }
  const key = compileExpression(property);
  return (scope) => getItem(object(scope), key(scope));
}

function compileSlice(object: Expression, node: SliceNode): Expression {
  const [start, stop, step] = [node.start, node.stop, node.step].map((part) => part && compileExpression(part));
  return (scope) => getSlice(object(scope), { start: start?.(scope), stop: stop?.(scope), step: step?.(scope) });
}

function compileUnary(operator: string, argument: Expression): Expression {
  if (operator === 'not') return (scope) => !isTrue(argument(scope));
  return (scope) => applySign(operator, argument(scope));
}

function compileBinary(node: BinaryNode): Expression {
  const [left, right] = [compileExpression(node.left), compileExpression(node.right)];
  const operator = node.operator.value;
  if (operator === 'and' || operator === 'or') {
    const isOr = operator === 'or';
    return (scope) => {
      const value = left(scope);
      return isTrue(value) === isOr ? value : right(scope);
    };
  }
  const operation = OPERATIONS.get(operator);
  if (operation === undefined) throw new TemplateFailure(`there is no operator ${operator}`);
  return (scope) => operation(left(scope), right(scope));
}

function compileCall(node: CallNode): Expression {
  const callee = compileExpression(node.callee);
  const args = compileArguments(node.args, compileExpression);
  return (scope) => {
    const target = defined(callee(scope));
    if (typeof target !== 'function') throw new TemplateFailure(`a ${typeName(target)} cannot be called`);
    const { positional, named } = args(scope);
    return target(positional, named);
  };
}

function compileFilter(operand: Expression, node: IdentifierNode | CallNode): Expression {
  const callee = node.type === 'CallExpression' ? node.callee : node;
  if (callee.type !== 'Identifier') throw new TemplateFailure('expected the name of a filter after |');
  const name = callee.value;
  const filter = findFilter(name);
  const args = compileArguments(node.type === 'CallExpression' ? node.args : [], compileExpression);
  return (scope) => {
    const { positional, named } = args(scope);
    return applyFilter(filter, name, operand(scope), positional, named);
  };
}
