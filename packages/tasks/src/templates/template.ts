import { DataError } from '@understudy/core';
import type { PythonShape, PythonValue } from '../python/python-value.js';
import { compileExpression, type Expression } from './compile-expression.js';
import { compileBlock, type Output, type Statement } from './compile-statement.js';
import { GLOBALS, Scope } from './scope.js';
import { parseTemplate, type ExpressionNode, type StatementNode } from './syntax.js';
import { TemplateFailure, toPythonValue, toTemplateValue, type TemplateValue } from './values.js';

/** A document as templates see it: its columns, and the shapes of those that hold floats. */
export interface TemplateDocument {
  readonly values: Readonly<Record<string, PythonValue>>;
  readonly shapes: ReadonlyMap<string, PythonShape>;
}

/** A compiled template. */
export interface Template {
  readonly source: string;
  /** The text for a document. Throws `DataError` where Jinja2 would raise, e.g. for a column that is not there. */
  render(document: TemplateDocument): string;
  /**
   * For a template that is one expression (`{{choices.text}}`): its value, without going through text. Undefined for
   * others. Throws as `render`.
   */
  readonly evaluate: ((document: TemplateDocument) => PythonValue) | undefined;
}

function excerpt(source: string): string {
  const oneLine = source.replaceAll('\n', '\\n');
  return oneLine.length > 120 ? `${oneLine.slice(0, 117)}…` : oneLine;
}

/** What is done with a template, and what can be wrong with it then. */
const ACTIONS = {
  Compiling: {
    code: 'template-malformed',
    hint: 'Mend the template: it is Jinja2, as the reference harness reads it.',
  },
  Rendering: {
    code: 'template-failed',
    hint: 'Check the template against the columns of the data set (understudy tasks show NAME).',
  },
} as const;

function templateError(action: keyof typeof ACTIONS, source: string, error: unknown): DataError {
  const reason = error instanceof Error ? error.message : String(error);
  return new DataError({
    ...ACTIONS[action],
    message: `${action} the template "${excerpt(source)}" failed: ${reason.replace(/\.+$/, '')}.`,
    values: { template: source },
    cause: error,
  });
}

function rootScope(document: TemplateDocument): Scope {
  return new Scope((name): TemplateValue | undefined => {
    if (!Object.hasOwn(document.values, name)) return Object.hasOwn(GLOBALS, name) ? GLOBALS[name] : undefined;
    return toTemplateValue(document.values[name] ?? null, document.shapes.get(name));
  });
}

const isExpression = (node: StatementNode | undefined): node is ExpressionNode =>
  node !== undefined &&
  ![
    'If',
    'For',
    'Set',
    'Comment',
    'Break',
    'Continue',
    'Macro',
    'CallStatement',
    'FilterStatement',
    'StringLiteral',
  ].includes(node.type);

/**
 * Compiles a task template: Jinja2 as the reference harness sets it up (undefined names are errors, white space is kept,
 * values print as Python's `str`). The library parses; evaluation is our own, because the library's follows JavaScript
 * where Python differs (`1.0`, `None`, equality, undefined names, negative `%`) and cannot be extended with filters.
 * Throws `DataError` when the template is malformed.
 */
export function compileTemplate(source: string): Template {
  let block: Statement;
  let single: Expression | undefined;
  try {
    const nodes = parseTemplate(source);
    block = compileBlock(nodes);
    const [only] = nodes;
    single = nodes.length === 1 && isExpression(only) ? compileExpression(only) : undefined;
  } catch (error) {
    throw templateError('Compiling', source, error);
  }

  function attempt<T>(render: () => T): T {
    try {
      return render();
    } catch (error) {
      if (error instanceof TemplateFailure || DataError.isInstance(error))
        throw templateError('Rendering', source, error);
      throw error;
    }
  }

  return {
    source,
    render: (document) =>
      attempt(() => {
        const output: Output = { text: '', jump: 'none' };
        block(rootScope(document), output);
        return output.text;
      }),
    evaluate: single && ((document) => attempt(() => toPythonValue(single(rootScope(document))))),
  };
}
