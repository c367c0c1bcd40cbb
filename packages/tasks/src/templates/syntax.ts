import { parse, tokenize } from '@huggingface/jinja';

/** An expression of the template language, as `@huggingface/jinja` parses it (its types are not exported). */
export type ExpressionNode =
  | { readonly type: 'IntegerLiteral' | 'FloatLiteral'; readonly value: number }
  | { readonly type: 'StringLiteral'; readonly value: string }
  | { readonly type: 'ArrayLiteral' | 'TupleLiteral'; readonly value: readonly ExpressionNode[] }
  | { readonly type: 'ObjectLiteral'; readonly value: ReadonlyMap<ExpressionNode, ExpressionNode> }
  | IdentifierNode
  | MemberNode
  | CallNode
  | { readonly type: 'UnaryExpression'; readonly operator: Token; readonly argument: ExpressionNode }
  | BinaryNode
  | { readonly type: 'FilterExpression'; readonly operand: ExpressionNode; readonly filter: IdentifierNode | CallNode }
  | TestNode
  | { readonly type: 'SelectExpression'; readonly lhs: ExpressionNode; readonly test: ExpressionNode }
  | TernaryNode
  | SliceNode
  | { readonly type: 'KeywordArgumentExpression'; readonly key: IdentifierNode; readonly value: ExpressionNode }
  | { readonly type: 'SpreadExpression' | 'KeywordSpreadExpression'; readonly argument: ExpressionNode };

interface Token {
  readonly value: string;
}

export interface IdentifierNode {
  readonly type: 'Identifier';
  readonly value: string;
}

export interface MemberNode {
  readonly type: 'MemberExpression';
  readonly object: ExpressionNode;
  readonly property: ExpressionNode;
  /** True for `a[b]`, false for `a.b`. */
  readonly computed: boolean;
}

export interface CallNode {
  readonly type: 'CallExpression';
  readonly callee: ExpressionNode;
  readonly args: readonly ExpressionNode[];
}

export interface BinaryNode {
  readonly type: 'BinaryExpression';
  readonly operator: Token;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

export interface TestNode {
  readonly type: 'TestExpression';
  readonly operand: ExpressionNode;
  readonly negate: boolean;
  readonly test: IdentifierNode;
}

export interface TernaryNode {
  readonly type: 'Ternary';
  readonly condition: ExpressionNode;
  readonly trueExpr: ExpressionNode;
  readonly falseExpr: ExpressionNode;
}

export interface SliceNode {
  readonly type: 'SliceExpression';
  readonly start: ExpressionNode | undefined;
  readonly stop: ExpressionNode | undefined;
  readonly step: ExpressionNode | undefined;
}

/** A statement; an expression in its place is printed. */
export type StatementNode = ExpressionNode | IfNode | ForNode | SetNode | PlainNode;

export interface IfNode {
  readonly type: 'If';
  readonly test: ExpressionNode;
  readonly body: readonly StatementNode[];
  readonly alternate: readonly StatementNode[];
}

export interface ForNode {
  readonly type: 'For';
  readonly loopvar: ExpressionNode;
  readonly iterable: ExpressionNode;
  readonly body: readonly StatementNode[];
  readonly defaultBlock: readonly StatementNode[];
}

export interface SetNode {
  readonly type: 'Set';
  readonly assignee: ExpressionNode;
  readonly value: ExpressionNode | null;
  readonly body: readonly StatementNode[];
}

/** Statements without parts that matter here, or that task templates may not use. */
export interface PlainNode {
  readonly type: 'Comment' | 'Break' | 'Continue' | 'Macro' | 'CallStatement' | 'FilterStatement';
}

/**
 * Parses a template with the reference harness's settings: blocks keep the white space around them, and so does the end
 * of the template. Throws `SyntaxError` (or `Error`) from the library.
 */
export function parseTemplate(source: string): readonly StatementNode[] {
  // The tokenizer drops one trailing newline; it gets one to drop, so that the template's own stays.
  const program: { readonly body: readonly unknown[] } = parse(tokenize(`${source}\n`));
  // The nodes are those of the library's ast.ts, mirrored above; a node that is not known is refused when compiled.
  return program.body as readonly StatementNode[];
}
